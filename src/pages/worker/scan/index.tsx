/** What a scanned code leads to: the site and 是，登记; for a registered worker, moving there; for a bad code, the way on. */
import { useRouter } from '@tarojs/taro'
import { readScene } from '../../../../domain/kernel/scene'
import { workerApi } from '../../../../domain/worker/api'
import type { SiteLine, WorkerCard } from '../../../../domain/worker/views'
import { sites, workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'
import { toAppError } from '../../../cloud/delivery'
import { goCard, goHome, goTo, openPage } from '../../../cloud/go'
import { goScan } from '../../../cloud/go-scan'
import { useLetter } from '../../../cloud/letter'
import { outbox, useOnline } from '../../../cloud/letters'
import { newRequestId } from '../../../cloud/random'
import { sceneIn } from '../../../cloud/scene-in'
import { BottomBar, Button, Card, Empty, Notice, Screen } from '../../../ui'
import { AskedPage } from '../parts/asked-page'
import { LetterNotice } from '../parts/letter-notice'
import { registerDraft } from '../parts/registration'
import { BadCode, isBadCode } from './bad-code'
import { SiteCard, standingOf } from './site'

const goType = goTo('/pages/worker/code/index')

/** The check characters are read on the phone, so a damaged code is told apart without a signal. */
const read = (given: string): { scene: string } | { code: string } => {
  try {
    const scene = sceneIn(given)
    readScene(scene)
    return { scene }
  } catch (failure) {
    return { code: toAppError(failure).code }
  }
}

export default function ScanPage() {
  const { params } = useRouter()
  const found = params.scene ? read(params.scene) : { code: params.problem }
  if ('scene' in found) return <FoundSite scene={found.scene} />
  return isBadCode(found.code) ? <BadCode code={found.code} /> : <NothingScanned />
}

function NothingScanned() {
  const isOnline = useOnline()
  return (
    <Screen
      title="扫码"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="type" kind="q" label="输编号" onClick={goType} />
          <Button id="scan" kind="p" label="扫码" onClick={() => void goScan()} />
        </BottomBar>
      }
    >
      <Empty id="nothing" title="对准墙上的码" text="工地、宿舍、居委会门口都有。码下面有编号，也能用手输。" />
    </Screen>
  )
}

type Found = { readonly site: SiteLine; readonly card: WorkerCard | undefined }

function FoundSite({ scene }: { scene: string }) {
  const asked = useAsk<Found>(async () => {
    const [{ site }, { card }] = await Promise.all([sites.scan({ scene }), workers.mine({})])
    return { site, card }
  })
  if (asked.state === 'error' && isBadCode(asked.error.code)) return <BadCode code={asked.error.code} />
  return (
    <AskedPage title="是这里吗" asked={asked}>
      {({ site, card }) => <Place scene={scene} site={site} card={card} />}
    </AskedPage>
  )
}

/** What the code before this one was refused for no longer holds. */
const forgetOldCode = (): void => {
  for (const { id, error } of outbox.letters('worker', 'register')) if (isBadCode(error?.code)) outbox.forget(id)
}

function Place({ scene, site, card }: Found & { scene: string }) {
  const standing = standingOf(card, site.siteId)
  const start = () => {
    forgetOldCode()
    registerDraft.keep({ scene, siteName: site.name })
    openPage('/pages/worker/consent/index')
  }
  return (
    <>
      <SiteCard site={site} />
      {standing === 'new' && (
        <>
          <Card title="您是在这里干活、或住在这里吗？" />
          <BottomBar>
            <Button id="no" kind="q" label="不是这里" onClick={goHome} />
            <Button id="yes" kind="p" label="是，登记" onClick={start} />
          </BottomBar>
        </>
      )}
      {standing === 'here' && <Stays text="您已经登记在这里了。" />}
      {standing === 'fixed' && <Stays text="您的登记现在不能换地方，看看卡上写的下一步。" />}
      {standing === 'elsewhere' && card && <Move scene={scene} site={site} card={card} />}
    </>
  )
}

function Stays({ text }: { text: string }) {
  return (
    <>
      <Notice kind="info" text={text} />
      <BottomBar>
        <Button id="card" kind="p" label="看我的卡" onClick={goCard} />
      </BottomBar>
    </>
  )
}

function Move({ scene, site, card }: { scene: string; site: SiteLine; card: WorkerCard }) {
  const letter = useLetter(workerApi, 'changeSite', goCard)
  const move = () => letter.send({ requestId: newRequestId(), id: card.id, version: card.version, scene })
  return (
    <>
      <LetterNotice letter={letter} again={move} />
      <Card title={`从 ${card.site.name} 换到 ${site.name}`}>{'换了以后，这里的管理员会再核实一次。'}</Card>
      <BottomBar>
        <Button id="stay" kind="q" label="不换" onClick={goHome} />
        {letter.state !== 'waiting' && (
          <Button id="move" kind="p" label="换到这里" busy={letter.state === 'sending'} onClick={move} />
        )}
      </BottomBar>
    </>
  )
}
