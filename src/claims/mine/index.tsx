/** 我的申领: where each stands and who does what by when; what waits for its owner first. */
import { View } from '@tarojs/components'
import type { MyClaim } from '../../../domain/claim/views'
import { goTo } from '../../cloud/go'
import { BegunClaims } from '../../pages/home/begun-claims'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Row, StatusTag } from '../../ui'
import { useMyClaims } from '../parts/api'
import { ClaimLetters } from '../parts/claim-letters'
import { claimedWords } from '../parts/money'
import { nextWords } from '../parts/next-line'
import { urgentFirst, waitsForYou } from '../programmes/standing'
import './mine.css'

const goProgrammes = goTo('/claims/programmes/index')

export default function MyClaimsPage() {
  const asked = useMyClaims()
  return (
    <AskedPage title="我的申领" asked={asked}>
      {({ claims }) => (
        <>
          <ClaimLetters onDelivered={asked.reload} />
          <BegunClaims />
          {urgentFirst(claims).map((claim) => (
            <ClaimCard key={claim.id} claim={claim} />
          ))}
          {claims.length === 0 ? (
            <NoClaim />
          ) : (
            <Button id="more" kind="s" label="看还能领什么" onClick={goProgrammes} />
          )}
        </>
      )}
    </AskedPage>
  )
}

function NoClaim() {
  return (
    <>
      <Empty id="none" title="还没领过" text="能领哪样、为什么，都写着。领一样，大约 2 分钟。" />
      <Button id="programmes" kind="p" label="看能领什么" icon="gift" onClick={goProgrammes} />
    </>
  )
}

function ClaimCard({ claim }: { readonly claim: MyClaim }) {
  const { id, title, periodLabel, tone, stateLabel } = claim
  return (
    <Card id={`claim-${id}`}>
      <View className="claim-row">
        <View className="claim-row__words">
          <StatusTag state={tone} text={stateLabel} />
          <View className="claim-row__title">{[title, periodLabel].filter(Boolean).join(' · ')}</View>
          <View className="claim-row__sum">{claimedWords(claim)}</View>
        </View>
      </View>
      <Row
        id={`open-${id}`}
        title={nextWords(claim, new Date())}
        go={waitsForYou(claim) ? '去办' : true}
        onClick={goTo(`/claims/mine/claim?id=${id}`)}
      />
    </Card>
  )
}
