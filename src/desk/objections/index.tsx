/** What people said against a published name, or against being counted: due first, each answered with a reason they read. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Empty, Notice, Skeleton } from '../../ui'
import { grantsFor, type Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { HeldPlace, keyOf } from '../parts/held-place'
import { Objection } from './objection'

type Page = Awaited<ReturnType<typeof claims.objections>>
const none = { title: '异议不归您看', text: '要看，让上级发一张审核员的邀请码。' }

export default function ObjectionsPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="异议" asked={asked}>
      {({ grants }) => (
        <HeldPlace
          grants={grantsFor(claimApi.endpoints.objections, grants)}
          params={params}
          title="看哪里的异议"
          none={none}
        >
          {(place) => <Here key={keyOf(place)} place={place} />}
        </HeldPlace>
      )}
    </DeskPage>
  )
}

function Here({ place }: { readonly place: Place }) {
  const asked = useAsk(() => claims.objections({ scope: place.scope }))
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  return <Queue place={place} page={asked.data} onReload={() => void asked.reload()} />
}

type QueueProps = { readonly place: Place; readonly page: Page; readonly onReload: () => void }

function Queue({ place: { scope }, page, onReload }: QueueProps) {
  const deed = useDeed()
  const [says, setSays] = useState<string>()
  const [gone, setGone] = useState<readonly string[]>([])
  const [later, setLater] = useState<{ readonly of: Page; readonly page: Page }>()
  const { rows, next } = later?.of === page ? later.page : page
  const left = rows.filter(({ id, version }) => !gone.includes(`${id}:${version}`))
  const more = () =>
    void deed.run(async () => {
      const following = await claims.objections({ scope, ...(next === undefined ? {} : { cursor: next }) })
      setLater({ of: page, page: { ...following, rows: [...rows, ...following.rows] } })
    })
  return (
    <>
      {says && <Notice id="done" kind="ok" text={`${says}。还有 ${left.length} 条。`} />}
      {left.length === 0 && next === undefined && (
        <Empty id="all-done" title="没有要答的异议。" text="有人提，会在这里，也会告诉您。" />
      )}
      {left.map((row) => (
        <Objection
          key={`${row.id}:${row.version}`}
          row={row}
          onReload={onReload}
          onDone={(words) => {
            setGone([...gone, `${row.id}:${row.version}`])
            setSays(words)
          }}
        />
      ))}
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 20 条" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
