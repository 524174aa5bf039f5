/** How the app looks on this phone: the size of its letters, and whether anything moves. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Card } from './card'
import { setStill, setTextSize, useStill, useTextSize } from './look'
import { TextSizeSwitch } from './text-size-switch'
import './look-switches.css'

export function LookSwitches() {
  const size = useTextSize()
  const isStill = useStill()
  return (
    <Card id="look" title="字的大小（关怀模式）">
      <TextSizeSwitch value={size} onChange={setTextSize} />
      <View
        id="still"
        className="nh-switch"
        onClick={() => setStill(!isStill)}
        {...aria({ role: 'switch', label: '减少动画', isChecked: isStill })}
      >
        <View className="nh-switch__word">减少动画</View>
        <View className="nh-switch__state">{isStill ? '开着' : '没开'}</View>
        <View className={isStill ? 'nh-switch__track nh-switch__track--on' : 'nh-switch__track'}>
          <View className="nh-switch__knob" />
        </View>
      </View>
    </Card>
  )
}
