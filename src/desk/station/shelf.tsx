/** What lies at a station, what is on its way there and what nobody came for; each opens with its deeds. */
import { useState } from 'react'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Skeleton } from '../../ui'
import { Chips } from '../parts/chips'
import { DeedNotice } from '../parts/deed-notice'
import { WishRow } from '../wishes/row'
import { type StateName, stateNamed } from '../wishes/shelf'

const words: Readonly<Partial<Record<StateName, string>>> = {
  handedOver: '到站',
  delivering: '可以拿',
  undeliverable: '没人拿',
  lit: '在路上',
  backed: '工会来买',
}
const options = Object.entries(words).map(([value, text]) => ({ value, text }))

type Page = Awaited<ReturnType<typeof wishes.shelf>>

export function Shelf({ siteId }: { readonly siteId: string }) {
  const [state, setState] = useState<StateName>('handedOver')
  return (
    <>
      <Chips
        id="shelf"
        label="看哪些"
        options={options}
        value={state}
        onChange={(value) => setState(stateNamed(value) ?? state)}
      />
      <Lying key={state} siteId={siteId} state={state} />
    </>
  )
}

function Lying({ siteId, state }: { readonly siteId: string; readonly state: StateName }) {
  const asked = useAsk(() => wishes.shelf({ siteId, state }))
  const deed = useDeed()
  const [later, setLater] = useState<{ readonly of: Page; readonly page: Page }>()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const page = later?.of === asked.data ? later.page : asked.data
  const { rows, next } = page
  const more = () =>
    void deed.run(async () => {
      const following = await wishes.shelf({ siteId, state, ...(next === undefined ? {} : { cursor: next }) })
      setLater({ of: asked.data, page: { ...following, rows: [...rows, ...following.rows] } })
    })
  const now = new Date()
  return (
    <>
      {rows.length === 0 ? (
        <Empty id="nothing" title={`没有${words[state] ?? ''}的`} text="扫了交接码、收下了，就在这里。" />
      ) : (
        <Card>
          {rows.map((row) => (
            <WishRow key={row.id} row={row} now={now} />
          ))}
        </Card>
      )}
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
