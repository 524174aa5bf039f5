/** The city's roofs at the foot of the hero, with a few windows lit; as wide as its place. */
import { View } from '@tarojs/components'
import { aria } from './aria'
import './skyline.css'

export function Skyline() {
  return <View className="nh-skyline" {...aria({ isHidden: true })} />
}
