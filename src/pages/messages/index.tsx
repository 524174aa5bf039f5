/** 消息: what this person was told, newest first; a tap marks it read and opens what it is about. */

import { useState } from 'react'
import { inboxApi, type NoticeView } from '../../../domain/inbox/api'
import { sayInstant } from '../../../domain/kernel/time'
import { inbox } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { openPage } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { newRequestId } from '../../cloud/random'
import { Button, Card, Empty, Row, Screen, Skeleton, TabBar } from '../../ui'
import { Wrong } from '../worker/parts/asked-page'

const kept = { name: 'messages', schema: inboxApi.endpoints.list.output }

export default function MessagesPage() {
  const isOnline = useOnline()
  const asked = useAsk(() => inbox.list({}), kept)
  const now = new Date()
  const keptAt = asked.state === 'ready' && asked.keptAt ? sayInstant(asked.keptAt, now) : undefined
  const badge = asked.state === 'ready' ? asked.data.unread : 0
  return (
    <Screen title="消息" online={isOnline && !keptAt} keptAt={keptAt} tab={<TabBar active={2} badge={badge} />}>
      {asked.state === 'loading' && <Skeleton />}
      {asked.state === 'error' && <Wrong failure={asked.error} again={() => void asked.reload()} />}
      {asked.state === 'ready' && <Notices key={asked.data.rows[0]?.id} first={asked.data} now={now} />}
    </Screen>
  )
}

type Page = Awaited<ReturnType<typeof inbox.list>>

/** Opening does not wait for the mark: a lost mark only leaves the dot. */
const open = (notice: NoticeView) => {
  if (!notice.isRead) void inbox.markRead({ requestId: newRequestId(), id: notice.id }).catch(() => undefined)
  openPage(`/${notice.page}`)
}

function Notices({ first, now }: { first: Page; now: Date }) {
  const [older, setOlder] = useState<readonly Page[]>([])
  const deed = useDeed()
  const pages = [first, ...older]
  const rows = pages.flatMap((page) => page.rows)
  const { next } = pages[pages.length - 1] ?? first
  const more = () =>
    void deed.run(async () => {
      if (!next) return
      const page = await inbox.list({ cursor: next })
      setOlder((before) => [...before, page])
    })
  if (rows.length === 0)
    return <Empty id="none" title="没有消息" text="有事会在这里告诉您：核实好了、要改什么、谁看过您的号码。" />
  return (
    <>
      <Card>
        {rows.map((notice) => (
          <Row
            key={notice.id}
            id={notice.id}
            icon={notice.isRead ? 'msg' : 'dot'}
            title={notice.isRead ? notice.title : `新：${notice.title}`}
            note={`${notice.text} ${sayInstant(notice.at, now)}`}
            onClick={() => open(notice)}
          />
        ))}
      </Card>
      {deed.error && <Wrong failure={deed.error} again={more} />}
      {next && <Button id="more" kind="q" label="再看些以前的" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
