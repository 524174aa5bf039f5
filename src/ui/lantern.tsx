/** A lit lantern, our own drawing: on the string over the hero, and small where there is nothing else to see. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './lantern.css'

export function Lantern() {
  return <View className="nh-lantern" {...aria({ isHidden: true })} />
}
