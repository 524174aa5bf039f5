/** From the wall to one's own: what one wished for, what one lit. */
import { goTo } from '../../cloud/go'
import { Card, Row } from '../../ui'

export function Doors() {
  return (
    <Card>
      <Row id="make" icon="pen" title="我也许个心愿" note="留在这里过年的都能许" onClick={goTo('/wishes/make/index')} />
      <Row id="mine" icon="lamp" title="我的心愿" onClick={goTo('/wishes/mine/index')} />
      <Row
        id="promised"
        icon="hand"
        title="我点亮的"
        note="交接码、期限、谢谢"
        onClick={goTo('/wishes/promised/index')}
      />
    </Card>
  )
}
