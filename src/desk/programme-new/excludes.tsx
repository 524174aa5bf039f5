/** Which other programmes of the place cannot be had together with this one, and where that is written. */
import { useState } from 'react'
import type { Scope } from '../../../domain/kernel/roles'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Choice, Skeleton } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import type { Asks } from './fields-gift'
import { type DocumentItem, type ExcludedItem, keptLists, listsOf } from './lists'
import { SourceFields } from './source'
import { openLine } from './use-draft'

type Props = Asks & { readonly scope: Scope; readonly ownId: string }
type Page = Awaited<ReturnType<typeof claims.deskProgrammes>>
type Option = { readonly value: string; readonly text: string; readonly hint?: string }

export function Excludes(props: Props) {
  const { scope, ownId, answers } = props
  const asked = useAsk(() => claims.deskProgrammes({ scope }))
  const deed = useDeed()
  const [later, setLater] = useState<Page>()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { rows, next } = later ?? asked.data
  const more = () =>
    void deed.run(async () => {
      const page = await claims.deskProgrammes({ scope, ...(next === undefined ? {} : { cursor: next }) })
      setLater({ rows: [...rows, ...page.rows], next: page.next })
    })
  const options = optionsOf(rows, listsOf(answers).excludes, ownId)
  if (options.length === 0)
    return (
      <Card id="excludes" title="不能一起领的">
        {'这里还没有别的补贴，直接下一步。'}
      </Card>
    )
  return (
    <>
      <Which {...props} options={options} />
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
      {listsOf(answers).excludes.map((item, at) => (
        <One key={item.programmeId} {...props} item={item} at={at} />
      ))}
    </>
  )
}

/** Those chosen before, wherever they stand in the list, then the rest of the place. */
const optionsOf = (rows: Page['rows'], excludes: readonly ExcludedItem[], ownId: string): Option[] => {
  const listed = rows
    .filter(({ id }) => id !== ownId)
    .map(({ id, title, benefitLabel, stateLabel }) => ({
      value: id,
      text: title,
      hint: `${benefitLabel} · ${stateLabel}`,
    }))
  const others = excludes.filter(({ programmeId }) => listed.every(({ value }) => value !== programmeId))
  return [...others.map(({ programmeId, title }) => ({ value: programmeId, text: title || '另一项' })), ...listed]
}

const onlyOf = (documents: readonly DocumentItem[]): string =>
  documents.length === 1 ? (documents[0]?.documentId ?? '') : ''

function Which({ answers, mistakes, give, options }: Props & { readonly options: readonly Option[] }) {
  const { excludes, documents } = listsOf(answers)
  const itemOf = (programmeId: string): ExcludedItem =>
    excludes.find((item) => item.programmeId === programmeId) ?? {
      programmeId,
      title: options.find(({ value }) => value === programmeId)?.text ?? '',
      documentId: onlyOf(documents),
      article: '',
    }
  return (
    <Choice
      id="excludes"
      many
      label="领了哪样，就不能领这样"
      hint="都能一起领，就一样不选"
      options={options}
      value={excludes.map(({ programmeId }) => programmeId)}
      error={mistakes.excludes}
      onChange={(chosen) => give(keptLists({ excludes: chosen.map(itemOf) }))}
    />
  )
}

type OneProps = Props & { readonly item: ExcludedItem; readonly at: number }

function One({ name, answers, mistakes, give, item, at }: OneProps) {
  const { excludes, documents } = listsOf(answers)
  const change = (next: Partial<ExcludedItem>) => {
    const changed = excludes.map((other) => (other.programmeId === item.programmeId ? { ...other, ...next } : other))
    give(keptLists({ excludes: changed }))
  }
  const wrong = mistakes[`excludes.${at}`]
  return (
    <Card title={`跟“${item.title}”不能一起领`}>
      <SourceFields
        id={`excludes-${at}`}
        documents={documents}
        documentId={item.documentId}
        article={item.article}
        mistakes={wrong ? (item.documentId ? { article: wrong } : { document: wrong }) : {}}
        onDocument={(documentId) => change({ documentId })}
        onArticle={(article) => change({ article })}
        onWrite={() => openLine('document', name, documents.length)}
      />
    </Card>
  )
}
