/** Which drive's wall to look at, when there is more than one: those open first. */
import Taro from '@tarojs/taro'
import { onOf, sayDay, toDay } from '../../../domain/kernel/time'
import { type Turn, turnOf } from '../../../domain/wish/turns'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { AskedPage } from '../../pages/worker/parts/asked-page'
import { Card, Empty, Row } from '../../ui'

type Drive = Awaited<ReturnType<typeof wishes.drives>>['drives'][number]

/** A tab takes what it is told only from a start anew. */
const goWall = (id: string) => () => void Taro.reLaunch({ url: `/pages/wish/index?drive=${id}` })

const whenOf = (drive: Drive, now: Date): string => {
  const says: Readonly<Record<Turn, string>> = {
    now: `${sayDay(toDay(drive.endsOn), now)}结束`,
    toCome: `${sayDay(toDay(drive.opensOn), now)}开始`,
    past: '结束了',
  }
  return says[turnOf(drive, onOf(now))]
}

export default function DrivesPage() {
  const asked = useAsk(() => wishes.drives({}))
  const now = new Date()
  return (
    <AskedPage title="换一场看" offline="没有信号。有信号再打开" asked={asked}>
      {({ drives }) =>
        drives.length === 0 ? (
          <Empty id="none" title="现在没有开着的" text="工会开了下一场，灯就挂在这里。" />
        ) : (
          <Card>
            {drives.map((drive) => (
              <Row
                key={drive.id}
                id={`drive-${drive.id}`}
                icon="lamp"
                title={drive.title}
                note={whenOf(drive, now)}
                onClick={goWall(drive.id)}
              />
            ))}
          </Card>
        )
      }
    </AskedPage>
  )
}
