/** One person's business in a list of work: when it is due first, then whose it is and what. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import './work-row.css'

type Props = {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly due: string
  readonly late: boolean
  readonly onClick: () => void
}

export function WorkRow({ id, name, what, due, late, onClick }: Props) {
  return (
    <View
      id={id}
      className={late ? 'nh-work nh-work--late' : 'nh-work'}
      hoverClass="nh-work--down"
      onClick={onClick}
      {...aria({ role: 'button', label: [due, name, what].join('，') })}
    >
      <View className="nh-work__words">
        <View className="nh-work__due">{due}</View>
        <View className="nh-work__name">{name}</View>
        <View className="nh-work__what">{what}</View>
      </View>
      <Icon name="go" tone="ink3" size={18} />
    </View>
  )
}
