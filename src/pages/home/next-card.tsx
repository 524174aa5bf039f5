/** What comes next for somebody registered: one line, one thing to do. */
import { Text, View } from '@tarojs/components'
import type { WorkerCard } from '../../../domain/worker/views'
import { goTo } from '../../cloud/go'
import { goScan } from '../../cloud/go-scan'
import { Button, Row, StatusTag } from '../../ui'
import { nextLine } from '../worker/parts/next-line'
import { WishRow } from './wish-row'

type Props = { readonly card: WorkerCard; readonly isConsentCurrent: boolean }

export function NextCard({ card, isConsentCurrent }: Props) {
  return (
    <View className="home-door">
      <View className="home-next">
        <StatusTag state={card.tone} text={card.stateLabel} />
        <Text className="home-next-line">{isConsentCurrent ? nextLine(card.next) : '说明改过了，再看一遍'}</Text>
      </View>
      {isConsentCurrent ? (
        <Button id="card" kind="p" label="看我的卡" icon="card" onClick={goTo('/pages/worker/card/index')} />
      ) : (
        <Button id="agree" kind="p" label="去看改了什么" onClick={goTo('/pages/worker/agree/index')} />
      )}
      <WishRow />
      <Row id="move" icon="scan" title="换工地？再扫一次" onClick={() => void goScan()} />
    </View>
  )
}
