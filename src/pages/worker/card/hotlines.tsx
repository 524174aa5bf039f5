/** Numbers to call, each with when somebody answers. */
import { emergencyHotlines, hoursNow, shownHotlines } from '../../../../domain/kernel/hotlines'
import { call } from '../../../cloud/go'
import { Card, Row } from '../../../ui'

export function CardHotlines({ now }: { now: Date }) {
  return (
    <Card id="hotlines" title="打电话问">
      {[...shownHotlines(), ...emergencyHotlines()].map((line) => (
        <Row
          key={line.number}
          icon="tel"
          title={`${line.number} ${line.name}`}
          note={`${line.what}。${hoursNow(line, now)}`}
          onClick={() => call(line.number)}
        />
      ))}
    </Card>
  )
}
