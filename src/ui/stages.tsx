/** The few stages everything of a kind goes through: which are behind, where it stands, what is still to come. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './stages.css'

type Props = {
  readonly names: readonly string[]
  /** How many of them it has come to; the last of those is where it stands. */
  readonly now: number
  /** It stands there, and goes no further by itself. */
  readonly isStopped?: boolean
}

type Stage = 'done' | 'now' | 'stopped' | 'later'

const stageOf = (at: number, { names, now, isStopped = false }: Props): Stage => {
  if (at > now) return 'later'
  if (at < now) return 'done'
  if (isStopped) return 'stopped'
  return now === names.length ? 'done' : 'now'
}

export function Stages(props: Props) {
  const { names, now } = props
  const here = names[now - 1]
  const label = here ? `走到第 ${now} 步，共 ${names.length} 步：${here}` : '还没开始走'
  return (
    <View className="nh-stages" {...aria({ label })}>
      {names.map((name, index) => {
        const stage = stageOf(index + 1, props)
        return (
          <View key={name} className={`nh-stage nh-stage--${stage}`}>
            <View className="nh-stage__mark">
              {stage === 'done' && <Icon name="ok" tone="white" size={15} />}
              {stage === 'stopped' && <Icon name="mend" tone="white" size={15} />}
            </View>
            <View className="nh-stage__name">{name}</View>
          </View>
        )
      })}
    </View>
  )
}
