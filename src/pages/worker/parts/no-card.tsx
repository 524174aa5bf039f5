/** For a page about a card that is not there: how to get one. */
import { goTo } from '../../../cloud/go'
import { goScan } from '../../../cloud/go-scan'
import { Button, Card, Empty, Row } from '../../../ui'

export function NoCard() {
  return (
    <>
      <Empty id="no-card" title="还没登记" text="扫工地、宿舍门口的码，3 分钟登记好。" />
      <Button id="scan" kind="p" label="扫码登记" icon="scan" onClick={() => void goScan()} />
      <Card>
        <Row title="没有码？输编号" onClick={goTo('/pages/worker/code/index')} />
        <Row title="有人帮您登记过？" note="用他给的编号确认" onClick={goTo('/pages/worker/confirm/index')} />
      </Card>
    </>
  )
}
