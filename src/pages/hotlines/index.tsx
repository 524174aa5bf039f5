/** Whom to call and when somebody answers; works without registering and without a signal. */
import { emergencyHotlines, type Hotline, hoursNow, shownHotlines } from '../../../domain/kernel/hotlines'
import { call } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Card, Row, Screen } from '../../ui'

export default function HotlinesPage() {
  const isOnline = useOnline()
  const now = new Date()
  return (
    <Screen title="打电话问" online={isOnline}>
      <Card title="办事、问事">{shownHotlines().map((row) => line(row, now))}</Card>
      <Card title="急事">{emergencyHotlines().map((row) => line(row, now))}</Card>
    </Screen>
  )
}

const line = (row: Hotline, now: Date) => (
  <Row
    key={row.number}
    icon="tel"
    title={`${row.number} ${row.name}`}
    note={`${row.what}。${hoursNow(row, now)}`}
    onClick={() => call(row.number)}
  />
)
