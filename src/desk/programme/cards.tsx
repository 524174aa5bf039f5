/** What is to be known of a programme: its standing, what is missing, its money, its claims, and what it says. */
import { programmeMachine } from '../../../domain/claim/programme-machine'
import type { DeskProgramme, DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { stateRow } from '../../../domain/kernel/machine'
import { onOf, sayDay, toDay } from '../../../domain/kernel/time'
import { goTo } from '../../cloud/go'
import { Card, Notice, Row, StatusTag } from '../../ui'
import { Books, placesLine, sumOf } from '../parts/books'
import { programmeRows, ruleWords, sayPaperDay, type Titles } from '../parts/programme-words'
import { open } from '../parts/routes'
import { questionOf } from '../programme-new/details'
import { partOf } from '../programme-new/parts'

type Shown = { readonly programme: DeskProgrammeWhole }

const nextWords = ({ state, closesOn }: DeskProgramme, now: Date): string =>
  stateRow(programmeMachine, state).next.replace('{by}', `${sayDay(toDay(closesOn), now)}`)

export function Head({ row }: { readonly row: DeskProgramme }) {
  const { title, tone, stateLabel, benefitLabel, scopeName, edition } = row
  return (
    <Card id="head" title={title}>
      <StatusTag state={tone} text={stateLabel} />
      <Row
        id="about"
        title={[benefitLabel, scopeName].join(' · ')}
        note={[edition > 0 ? `第 ${edition} 版` : '', `下一步：${nextWords(row, new Date())}`]
          .filter(Boolean)
          .join(' · ')}
      />
    </Card>
  )
}

/** Each leads to the part of the form where it is mended. */
export function Problems({ programme: { row, problems } }: Shown) {
  if (problems.length === 0) return row.can.includes('open') ? <Ready /> : null
  return (
    <Card id="problems" title={`还差 ${problems.length} 处，不能开始领`}>
      {problems.map(({ field, text }) => (
        <Row
          key={field}
          id={`problem-${questionOf(field)}`}
          icon="mend"
          title={text}
          {...(row.can.includes('edit')
            ? {
                go: '去写',
                onClick: () => open('programme-new', { id: row.id, part: partOf(questionOf(field)) ?? 'check' }),
              }
            : {})}
        />
      ))}
    </Card>
  )
}

const Ready = () => <Notice id="ready" kind="ok" text="写全了，都有出处，能开始领。先试一试更稳妥。" />

export function Money({ programme: { row, details } }: Shown) {
  const { books } = row
  if (!books) return null
  return (
    <Card id="money" title="钱在哪">
      <Books id="books" books={books} />
      <Row id="sum" title="加起来" value={sumOf(books)} />
      <Row
        id="people"
        title="多少人"
        value={placesLine(books)}
        note={details.places === undefined ? '名额不限' : undefined}
      />
    </Card>
  )
}

/** Said to the claimant by the machine; here of them. */
const ofThem: Readonly<Record<string, string>> = { missing: '本人说没到', draft: '在填，还没交' }

export function Claims({ programme: { row, byState, details } }: Shown) {
  const all = byState.reduce((sum, { count }) => sum + count, 0)
  if (row.edition === 0) return null
  return (
    <Card id="claims" title={all === 0 ? '还没有人领' : `一共 ${all} 份`}>
      {byState.map(({ state, label, count }) => (
        <Row key={state} id={`state-${state}`} title={ofThem[state] ?? label} value={`${count}`} />
      ))}
      {all > 0 && <Row id="all" title="加起来" value={`${all} = ${byState.map(({ count }) => count).join(' + ')}`} />}
      {details.publishDays !== undefined && (
        <Row id="published" icon="doc" title="公示的名单" note="谁都能看，能提异议" onClick={goTo(published(row.id))} />
      )}
    </Card>
  )
}

const published = (id: string): string => `/claims/list/index?programme=${id}`

export function Written({ programme: { details }, titles }: Shown & { readonly titles: Titles }) {
  const now = new Date()
  const { documents, rules } = details
  const rows = programmeRows(details, now, titles).filter(({ id }) => id !== 'rules' && id !== 'documents')
  return (
    <>
      <Card id="rules" title={rules.length === 0 ? '没有条件，谁都能领' : `${rules.length} 条条件，都要合`}>
        {rules.map((rule, at) => {
          const { text, source } = ruleWords(rule, documents, onOf(now))
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place in the list
          return <Row key={at} id={`rule-${at}`} title={`${at + 1}. ${text}`} note={source || '还没写出处'} />
        })}
      </Card>
      <Card id="written" title="写的是">
        {rows.map(({ id, title, value, note }) => (
          <Row key={id} id={`row-${id}`} title={title} value={value} note={note} />
        ))}
      </Card>
      {documents.length > 0 && (
        <Card id="documents" title="文件">
          {documents.map(({ documentId, title, number, issuer, issuedOn, words }) => (
            <Row
              key={documentId}
              id={`document-${documentId}`}
              title={`《${title}》`}
              note={[issuer, number, sayPaperDay(issuedOn), words && `“${words}”`].filter(Boolean).join(' · ')}
            />
          ))}
        </Card>
      )}
    </>
  )
}
