/** A company lights many lamps at once, as many as the union gave it; whoever has none given yet asks for them here. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type * as v from 'valibot'
import { kindLine } from '../../../domain/wish/kinds'
import { mostAtOnce } from '../../../domain/wish/quotas'
import type { DonorCard } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { goTo } from '../../cloud/go'
import { troubleOf } from '../../cloud/trouble'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Button, Card, Choice, Field, Notice, Row } from '../../ui'
import { IntroduceSheet } from '../promised/introduce-sheet'

type Donor = v.InferOutput<typeof DonorCard>
const AT_ONCE = 20

const read = async (driveId: string, cursor: string | undefined) => {
  const [{ donor }, { lamps, next }] = await Promise.all([
    wishes.promised({}),
    wishes.wall({ driveId, isDark: true, limit: AT_ONCE, ...(cursor ? { cursor } : {}) }),
  ])
  return { donor, lamps, next }
}

export default function ManyPage() {
  const driveId = useRouter().params.drive ?? ''
  const [cursor, setCursor] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome>()
  const asked = useAsk(() => read(driveId, cursor), undefined, cursor)
  const again = () => void asked.reload()
  return (
    <AskedPage title="单位点灯" offline="没有信号。点灯要等有信号" asked={asked}>
      {({ donor, lamps, next }) => (
        <>
          {outcome && <Report outcome={outcome} />}
          <Ask driveId={driveId} donor={donor} onAsked={again} />
          {donor && donor.limit > donor.used && (
            <Pick
              most={Math.min(donor.limit - donor.used, mostAtOnce)}
              lamps={lamps}
              onMore={next || cursor ? () => setCursor(next) : undefined}
              onLit={(done) => {
                setOutcome(done)
                again()
              }}
            />
          )}
        </>
      )}
    </AskedPage>
  )
}

type AskProps = { readonly driveId: string; readonly donor: Donor | undefined; readonly onAsked: () => void }

/** Whoever never lit a lamp may ask as well as whoever did. */
function Ask({ driveId, donor, onAsked }: AskProps) {
  const deed = useDeed()
  const [company, setCompany] = useState('')
  const [isTelling, setTelling] = useState(false)
  const ask = () =>
    void deed
      .run(async (requestId) => {
        await wishes.askAsCompany({ requestId, driveId, company })
      }, company)
      .then((isDone) => {
        if (isDone) onAsked()
      })
  const mistake = Object.entries(deed.error?.detail.fields ?? {}).find(([path]) => /company/.test(path))?.[1]
  return (
    <>
      {donor && <Standing donor={donor} onTell={() => setTelling(true)} />}
      {!donor?.company && (
        <Card title="单位要多点几盏">
          <Field
            id="company"
            label="单位名称"
            hint="只有工会看得到。工会同意了，一次最多点 50 盏"
            kind="text"
            value={company}
            error={mistake}
            onChange={setCompany}
          />
          {deed.error && !mistake && <Notice kind="wait" {...troubleOf(deed.error, onAsked)} />}
          <Button id="ask" kind="s" label="告诉工会" busy={deed.isBusy} onClick={ask} />
        </Card>
      )}
      {isTelling && (
        <IntroduceSheet
          label="告诉工会"
          onDone={() => {
            setTelling(false)
            onAsked()
          }}
          onClose={() => setTelling(false)}
        />
      )}
    </>
  )
}

function Standing({ donor, onTell }: { readonly donor: Donor; readonly onTell: () => void }) {
  const { limit, used, company, stateLabel, name } = donor
  return (
    <Card id="standing">
      <Row icon="lamp" title="能点几盏" value={`${limit} 盏`} note={`手上 ${used} 盏没送`} />
      <Row icon="desk" title={company ?? '您自己'} note={stateLabel} />
      {company && !name && <Row id="tell" icon="tel" title="工会找谁" note="留个称呼和手机号" onClick={onTell} />}
    </Card>
  )
}

type Lamps = Awaited<ReturnType<typeof read>>['lamps']
type PickProps = {
  readonly most: number
  readonly lamps: Lamps
  readonly onMore: (() => void) | undefined
  readonly onLit: (outcome: Outcome) => void
}
type Outcome = Awaited<ReturnType<typeof wishes.lightMany>>

/** What was picked stays picked while others are looked at. */
function Pick({ most, lamps, onMore, onLit }: PickProps) {
  const deed = useDeed()
  const [picked, setPicked] = useState<readonly string[]>([])
  const light = () =>
    void deed.run(async (requestId) => {
      const outcome = await wishes.lightMany({ requestId, wishIds: [...picked] })
      setPicked([])
      onLit(outcome)
    }, picked)
  const isTooMany = picked.length > most
  return (
    <>
      {deed.error && <Notice kind="wait" {...troubleOf(deed.error, light)} />}
      <Choice
        id="pick"
        many
        label={`选几盏，最多 ${most} 盏`}
        options={lamps.map(({ id, kind, detail }) => ({ value: id, text: kindLine(kind, detail) }))}
        value={picked}
        error={isTooMany ? `您选了 ${picked.length} 盏，最多 ${most} 盏` : undefined}
        onChange={setPicked}
      />
      {onMore && <Button id="more" kind="q" label="换一批看看" onClick={onMore} />}
      {picked.length > 0 && !isTooMany && (
        <Button
          id="light-many"
          kind="p"
          label={`点亮 ${picked.length} 盏`}
          icon="lamp"
          busy={deed.isBusy}
          onClick={light}
        />
      )}
    </>
  )
}

function Report({ outcome: { lit, refused } }: { readonly outcome: Outcome }) {
  const why = [...new Set(refused.map(({ message }) => message))].join('；')
  return (
    <Card id="outcome" title={`点亮了 ${lit.length} 盏`}>
      {refused.length > 0 && <Notice kind="info" text={`${refused.length} 盏没点上：${why}`} />}
      <Row id="promised" icon="hand" title="看我点亮的" note="交接码、期限" onClick={goTo('/wishes/promised/index')} />
    </Card>
  )
}
