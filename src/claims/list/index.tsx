/** 公示: a programme's list with names and numbers masked, until when objections are taken, and a way to raise one. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PublishedRow } from '../../../domain/claim/views'
import { yuan } from '../../../domain/kernel/money'
import { onOf, sayDay } from '../../../domain/kernel/time'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { goTo } from '../../cloud/go'
import { useLetter } from '../../cloud/letter'
import { newRequestId } from '../../cloud/random'
import { AskedPage, Wrong } from '../../pages/worker/parts/asked-page'
import { LetterNotice } from '../../pages/worker/parts/letter-notice'
import { Button, Card, Empty, Row } from '../../ui'
import { WhySheet } from '../../wishes/mine/why-sheet'
import { claimApi, claims } from '../parts/api'
import { Objections, WORDS_SIGNS } from '../parts/objections'

type Page = Awaited<ReturnType<typeof claims.published>>

export default function ListPage() {
  const { programme: programmeId = '' } = useRouter().params
  const asked = useAsk(() => claims.published({ programmeId }))
  return (
    <AskedPage title="公示名单" asked={asked}>
      {(first) => (
        <Listed
          key={first.rows[0]?.claimId ?? ''}
          programmeId={programmeId}
          first={first}
          onDone={() => void asked.reload()}
        />
      )}
    </AskedPage>
  )
}

const headOf = ({ payer, publishDays }: Page): string =>
  [`${payer}发`, publishDays === undefined ? '' : `公示 ${publishDays} 个工作日`, '名字、号码都遮住']
    .filter(Boolean)
    .join(' · ')

type Props = { readonly programmeId: string; readonly first: Page; readonly onDone: () => void }

function Listed({ programmeId, first, onDone }: Props) {
  const [later, setLater] = useState<readonly Page[]>([])
  const [objecting, setObjecting] = useState<string>()
  const deed = useDeed()
  const letter = useLetter(claimApi, 'object', onDone)
  const pages = [first, ...later]
  const rows = pages.flatMap((page) => page.rows)
  const { next } = pages[pages.length - 1] ?? first
  const more = () =>
    void deed.run(async () => {
      if (!next) return
      const page = await claims.published({ programmeId, cursor: next })
      setLater((before) => [...before, page])
    })
  const object = (words: string) => {
    const claimId = objecting
    setObjecting(undefined)
    if (claimId) letter.send({ requestId: newRequestId(), claimId, words })
  }
  return (
    <>
      <LetterNotice letter={letter} again={onDone} />
      <Objections mine={first.mine} />
      <Card id="head" title={first.title}>
        {headOf(first)}
      </Card>
      {rows.length === 0 && (
        <Empty
          id="none"
          title="现在没有在公示的"
          text="定了一批，名单就在这里。"
          action={{ label: '看能领什么', onClick: goTo('/claims/programmes/index') }}
        />
      )}
      {rows.length > 0 && (
        <Card id="names">
          {rows.map((row) => (
            <Name key={row.claimId} row={row} onObject={() => setObjecting(row.claimId)} />
          ))}
        </Card>
      )}
      {deed.error && <Wrong failure={deed.error} again={more} />}
      {next && <Button id="more" kind="q" label="再看一些" busy={deed.isBusy} onClick={more} />}
      {objecting && (
        <WhySheet
          id="object-sheet"
          title="哪里不对"
          reasons={[]}
          label="提异议"
          note="审核员去查，10 个工作日内回您。名单上的人不知道是谁提的"
          max={WORDS_SIGNS}
          onReason={object}
          onClose={() => setObjecting(undefined)}
        />
      )}
    </>
  )
}

const nameWords = ({ maskedName, people }: PublishedRow): string =>
  people > 1 ? `${maskedName}，${people} 人` : maskedName

function Name({ row, onObject }: { readonly row: PublishedRow; readonly onObject: () => void }) {
  const { claimId, maskedNumber, amountFen, periodLabel, until } = row
  const by = until ? `公示到 ${sayDay(onOf(until), new Date())}` : '公示完了'
  const shared = {
    id: `listed-${claimId}`,
    title: nameWords(row),
    value: yuan(amountFen),
    note: [maskedNumber, periodLabel, by].filter(Boolean).join(' · '),
  }
  return until ? <Row {...shared} go="提异议" onClick={onObject} /> : <Row {...shared} />
}
