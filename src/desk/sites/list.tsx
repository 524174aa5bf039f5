/** One scope's sites, newest first, page by page. */
import { useState } from 'react'
import { stateRow } from '../../../domain/kernel/machine'
import type { Scope } from '../../../domain/kernel/roles'
import { siteMachine } from '../../../domain/site/machine'
import { sites } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Skeleton, WorkRow } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'

type Page = Awaited<ReturnType<typeof sites.list>>
type SiteRow = Page['rows'][number]

export function SiteList({ scope }: { scope: Scope }) {
  const asked = useAsk(() => sites.list({ scope }))
  const [later, setLater] = useState<Page>()
  const deed = useDeed()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const rows = [...asked.data.rows, ...(later?.rows ?? [])]
  const next = later ? later.next : asked.data.next
  if (rows.length === 0) return <Empty id="no-sites" title="这里还没有点位" text="建一个，印出海报，贴上就能登记。" />
  const more = () =>
    void deed.run(async () => {
      const page = await sites.list({ scope, ...(next ? { cursor: next } : {}) })
      setLater({ rows: [...(later?.rows ?? []), ...page.rows], next: page.next })
    })
  return (
    <>
      <Card>
        {rows.map((site) => (
          <SiteLine key={site.id} site={site} />
        ))}
      </Card>
      <DeedNotice deed={deed} again={more} />
      {next && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
    </>
  )
}

/** A stopped code is marked as what is late is: in words, and by its bar. */
function SiteLine({ site }: { site: SiteRow }) {
  return (
    <WorkRow
      id={`site-${site.id}`}
      name={site.name}
      what={`${site.streetName} · ${site.address}`}
      due={site.stateLabel}
      late={stateRow(siteMachine, site.state).tone === 'stop'}
      onClick={() => open('site', { id: site.id })}
    />
  )
}
