/** The festive head of the home page: lanterns on a string above the city's roofs. */
import { Image, View } from '@tarojs/components'
import { aria, Lantern, Skyline } from '../../ui'
import { svgSource } from '../../ui/svg'

const garland = svgSource(
  '<svg xmlns="http://www.w3.org/2000/svg" width="380" height="80" viewBox="0 0 190 40"><path d="M6 6C60 26 130 24 200 2" fill="none" stroke="#FFD98A" stroke-opacity=".75" stroke-width="1.5"/></svg>',
)

/** Decoration: a screen reader passes over it. */
export function Scenery() {
  return (
    <View className="home-scenery" {...aria({ isHidden: true })}>
      <Image className="home-garland" src={garland} />
      <View className="home-lantern home-lantern--small">
        <Lantern size={52} />
      </View>
      <View className="home-lantern">
        <Lantern size={84} />
      </View>
      <View className="home-roofs">
        <Skyline />
      </View>
    </View>
  )
}
