/** The red head: text size, the day by the lunar calendar, and a greeting. */
import { Button, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { festivalLine } from '../../../domain/kernel/time'
import { Icon } from '../../ui'
import { setTextSize, useTextSize } from '../../ui/look'
import { capsuleRow } from './safe-top'
import { Scenery } from './scenery'

/** A Chinese name begins with the family's: 张师傅 is how people here are spoken to. */
export function Head({ familyName }: { familyName: string | undefined }) {
  const [{ top, height }] = useState(capsuleRow)
  return (
    <View className="home-head">
      <Scenery />
      <View className="home-bar" style={{ paddingTop: `${top}PX`, minHeight: `${height}PX` }}>
        <SizeSwitch />
        <Text className="home-title">暖沪</Text>
      </View>
      <View className="home-words">
        <Text className="home-day">{festivalLine(new Date())}</Text>
        <Text className="home-greeting">{familyName ? `${familyName}师傅\n过年好` : '在上海过年\n这里就是家'}</Text>
      </View>
    </View>
  )
}

/** One tap makes everything large, another makes it as it was; the three sizes stand in 我的. */
function SizeSwitch() {
  const isLargest = useTextSize() === 'largest'
  const label = isLargest ? '标准' : '大字'
  return (
    <Button
      id="text-size"
      className="home-size"
      ariaLabel={isLargest ? '换成标准字' : '换成大字'}
      onClick={() => setTextSize(isLargest ? 'standard' : 'largest')}
    >
      <Icon name="size" tone="white" size={20} />
      <Text>{label}</Text>
    </Button>
  )
}
