/** 算工资: which of the four sums, and those kept on this phone. */
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { yuan } from '../../../domain/kernel/money'
import { sayDay } from '../../../domain/kernel/time'
import { type CalculatorName, calculators } from '../../../domain/wages/kept'
import { call, goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Card, type IconName, Row, Screen } from '../../ui'
import { OFFLINE } from '../parts/calculator-page'
import { keptSum, names } from '../parts/kept'

const doors = {
  overtime: { icon: 'wait', url: '/wages/overtime/index' },
  arrears: { icon: 'scale', url: '/wages/arrears/index' },
  doublePay: { icon: 'pen', url: '/wages/contract/index' },
  severance: { icon: 'hand', url: '/wages/left/index' },
} as const satisfies Record<CalculatorName, { icon: IconName; url: string }>

const keptSums = () => names.flatMap((name) => keptSum(name) ?? [])

export default function WagesHomePage() {
  const isOnline = useOnline()
  const [kept, setKept] = useState(keptSums)
  useDidShow(() => setKept(keptSums()))
  return (
    <Screen title="算工资" online={isOnline} offline={OFFLINE}>
      <Card title="算哪一样？">
        {names.map((name) => (
          <Row
            key={name}
            id={`count-${name}`}
            icon={doors[name].icon}
            title={calculators[name].label}
            note={calculators[name].asks}
            onClick={goTo(doors[name].url)}
          />
        ))}
      </Card>
      {kept.length > 0 && (
        <Card title="存着的">
          {kept.map(({ calculator, totalFen, keptOn }) => (
            <Row
              key={calculator}
              id={`kept-${calculator}`}
              title={calculators[calculator].label}
              value={yuan(totalFen)}
              note={`${sayDay(keptOn, new Date())}存的`}
              onClick={goTo(doors[calculator].url)}
            />
          ))}
        </Card>
      )}
      <Card>
        <Row id="call-12333" icon="tel" title="打 12333 问" note="算不清的，问人社热线" onClick={() => call('12333')} />
      </Card>
    </Screen>
  )
}
