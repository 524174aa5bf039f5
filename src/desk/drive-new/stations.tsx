/** The stations of a drive, chosen from the sites of its place. */
import { useState } from 'react'
import type { Scope } from '../../../domain/kernel/roles'
import { sites } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Choice, Skeleton } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'

type Props = {
  readonly scope: Scope
  readonly value: readonly string[]
  /** Chosen before, wherever they stand in the list. */
  readonly known: readonly { readonly siteId: string; readonly name: string }[]
  readonly error: string | undefined
  readonly onChange: (value: readonly string[]) => void
}

type Page = Awaited<ReturnType<typeof sites.list>>

export function Stations({ scope, value, known, error, onChange }: Props) {
  const asked = useAsk(() => sites.list({ scope }))
  const deed = useDeed()
  const [later, setLater] = useState<Page>()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { rows, next } = later ?? asked.data
  const more = () =>
    void deed.run(async () => {
      const page = await sites.list({ scope, ...(next === undefined ? {} : { cursor: next }) })
      setLater({ rows: [...rows, ...page.rows], next: page.next })
    })
  const listed = rows.map(({ id, name, address }) => ({ value: id, text: name, hint: address }))
  const others = known.filter(({ siteId }) => rows.every(({ id }) => id !== siteId))
  const options = [...others.map(({ siteId, name }) => ({ value: siteId, text: name })), ...listed]
  return (
    <>
      <Choice
        id="stationIds"
        many
        label="东西送到哪些接力站"
        hint="站里要有接力站管理员"
        options={options}
        value={value}
        error={error}
        onChange={onChange}
      />
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more-sites" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
