/** The festive head of the home page: lanterns on a string above the city's roofs. */
import { View } from '@tarojs/components'
import { aria, Lantern, Skyline } from '../../ui'

/** Decoration: a screen reader passes over it. */
export function Scenery() {
  return (
    <View className="home-scenery" {...aria({ isHidden: true })}>
      <View className="home-garland" />
      <View className="home-lantern home-lantern--small">
        <Lantern />
      </View>
      <View className="home-lantern">
        <Lantern />
      </View>
      <View className="home-roofs">
        <Skyline />
      </View>
    </View>
  )
}
