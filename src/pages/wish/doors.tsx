/** From the wall to one's own, what one wished for and what one lit; and to others: friends to bring along, other drives. */
import { goTo } from '../../cloud/go'
import { Card, Row } from '../../ui'

type Props = { readonly driveId: string | undefined; readonly hasOthers: boolean }

export function Doors({ driveId, hasOthers }: Props) {
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
      {driveId && (
        <Row
          id="poster"
          icon="msg"
          title="叫上朋友"
          note="海报，存图或发微信"
          onClick={goTo(`/wishes/poster/index?drive=${driveId}`)}
        />
      )}
      {hasOthers && <Row id="drives" icon="doc" title="换一场看" onClick={goTo('/wishes/drives/index')} />}
    </Card>
  )
}
