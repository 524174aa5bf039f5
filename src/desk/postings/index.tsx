/** What everybody can read and somebody must look at, oldest first. */
import { useState } from 'react'
import { postings } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Button, Empty, Notice } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { Posting } from './posting'

type Page = Awaited<ReturnType<typeof postings.queue>>

export default function PostingsPage() {
  const asked = useAsk(() => postings.queue({}))
  return (
    <DeskPage title="公开的话" asked={asked}>
      {(page) => <Queue page={page} onReload={() => void asked.reload()} />}
    </DeskPage>
  )
}

function Queue({ page, onReload }: { readonly page: Page; readonly onReload: () => void }) {
  const deed = useDeed()
  const [says, setSays] = useState<string>()
  const [gone, setGone] = useState<readonly string[]>([])
  const [later, setLater] = useState<{ readonly of: Page; readonly page: Page }>()
  const { rows, next } = later?.of === page ? later.page : page
  const left = rows.filter(({ id, version }) => !gone.includes(`${id}:${version}`))
  const more = () =>
    void deed.run(async () => {
      const following = await postings.queue(next === undefined ? {} : { cursor: next })
      setLater({ of: page, page: { ...following, rows: [...rows, ...following.rows] } })
    })
  return (
    <>
      {says && <Notice id="done" kind="ok" text={`${says}。还有 ${left.length} 件。`} />}
      {left.length === 0 && next === undefined && (
        <Empty id="all-done" title="都看完了。" text="有人举报、有话要看，会告诉您。" />
      )}
      {left.map((row) => (
        <Posting
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
      {next !== undefined && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
    </>
  )
}
