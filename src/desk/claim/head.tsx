/** The head of a claim under review: by when, how much, whose, and where in the list it stands. */
import { View } from '@tarojs/components'
import { queues } from '../../../domain/claim/states'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { sayYuanAloud, yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { Card, Row, StatusTag } from '../../ui'
import { aria } from '../../ui/aria'
import { nameOf, whatOf } from '../claims/row'
import { placeIn } from '../claims/shelf'
import { DeedNotice } from '../parts/deed-notice'
import { isLate, sayRowDue } from '../parts/due'
import { send } from './send'
import './head.css'

type Props = { readonly claim: DeskClaimWhole; readonly onChanged: () => void }

const TAKE = 'take'

export function Head({ claim: { row, siteName, scopeName, because }, onChanged }: Props) {
  const now = new Date()
  const late = isLate(row, now)
  const place = placeIn(row.id)
  const above = [sayRowDue(row, now), place && `${queues[row.queue].label} ${place}`].filter(Boolean).join(' · ')
  return (
    <Card>
      {above !== '' && <View className={late ? 'desk-above desk-above--late' : 'desk-above'}>{above}</View>}
      <View className="desk-sum" {...aria({ label: sayYuanAloud(row.amountFen) })}>
        {yuan(row.amountFen)}
      </View>
      <View className="desk-what">{whatOf(row)}</View>
      <StatusTag state={row.tone} text={row.stateLabel} />
      {because && <View className="desk-because">{`“${because}”`}</View>}
      <Row id="who" title="谁领" value={nameOf(row)} note={siteName} />
      <Row id="scope" title="谁发" value={scopeName} />
      <Row id="receipt-no" title="受理号" value={row.receiptNo} />
      {row.can.includes(TAKE) && <Take claim={row} onChanged={onChanged} />}
    </Card>
  )
}

/** So that the claimant reads that somebody looks, and colleagues look at another one. */
function Take({ claim, onChanged }: { readonly claim: DeskClaimWhole['row']; readonly onChanged: () => void }) {
  const deed = useDeed()
  const take = () =>
    void deed.run(
      async (requestId) => {
        await send(claim, { action: TAKE, form: {} }, requestId)
        onChanged()
      },
      [claim.id, claim.version],
    )
  return (
    <>
      <DeedNotice deed={deed} again={take} reload={onChanged} overtaken="刚才有人办了这件，看看现在怎样。" />
      <Row id="take" title="还没人在看" go="我来看" onClick={take} />
    </>
  )
}
