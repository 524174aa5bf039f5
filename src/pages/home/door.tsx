/** The one thing to do for somebody new: scan, or type the number under the code; or go on where they stopped. */
import { Text, View } from '@tarojs/components'
import { goTo } from '../../cloud/go'
import { goScan } from '../../cloud/go-scan'
import { aria, Button, Row } from '../../ui'
import { useWayBack } from '../worker/parts/way-back'

const TYPE_CODE = '没有码？输编号'

export function Door() {
  const begun = useWayBack()
  return (
    <View className="home-door">
      <Button id="scan" kind="p" size="scan" label="扫码登记" icon="scan" onClick={() => void goScan()} />
      <View className="home-door-foot">
        <Text className="home-door-note">工地、宿舍门口都有码</Text>
        <View
          id="type-code"
          className="home-door-link"
          onClick={goTo('/pages/worker/code/index')}
          {...aria({ role: 'button', label: TYPE_CODE })}
        >
          {TYPE_CODE}
        </View>
      </View>
      {begun && (
        <Row id="go-on" icon="pen" title="上次没填完" note={begun.siteName} go="接着填" onClick={goTo(begun.url)} />
      )}
    </View>
  )
}
