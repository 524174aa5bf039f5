/** The four matters people come with, and what works without registering. */
import { View } from '@tarojs/components'
import { call, goTo } from '../../cloud/go'
import { Card, type IconName, Row, Tile } from '../../ui'

const tiles = [
  {
    id: 'benefits',
    icon: 'gift',
    tone: 'red',
    title: '能领什么',
    note: '补贴和礼包',
    go: goTo('/claims/programmes/index'),
  },
  { id: 'wishes', icon: 'lamp', tone: 'gold', title: '许个心愿', note: '书包和年货', go: goTo('/wishes/make/index') },
  {
    id: 'wages',
    icon: 'scale',
    tone: 'info',
    title: '讨工资',
    note: '调解和投诉',
    go: goTo('/pages/info/index?topic=wages'),
  },
  {
    id: 'hardship',
    icon: 'hand',
    tone: 'ok',
    title: '遇到难处',
    note: '吃住和看病',
    go: goTo('/pages/info/index?topic=hardship'),
  },
] as const satisfies readonly { icon: IconName; [key: string]: unknown }[]

/** `entitled`: how many things this person's own card says are theirs. */
export function Tiles({ entitled }: { entitled: number | undefined }) {
  const notes: Readonly<Record<string, string>> = entitled ? { benefits: `能领 ${entitled} 样` } : {}
  return (
    <View className="home-tiles">
      {tiles.map(({ go, note, ...tile }) => (
        <Tile key={tile.id} {...tile} note={notes[tile.id] ?? note} onClick={go} />
      ))}
    </View>
  )
}

export function WithoutCard() {
  return (
    <Card title="不登记也能用">
      <Row
        id="count-wages"
        icon="scale"
        title="算算工资和加班费"
        note="没有信号也能算"
        onClick={goTo('/wages/home/index')}
      />
      <Row id="call" icon="tel" title="打电话问：12345" note="全天有人接" onClick={() => call('12345')} />
      <Row
        id="hotlines"
        icon="doc"
        title="别的热线"
        note="工资、工会、工地、急事"
        onClick={goTo('/pages/hotlines/index')}
      />
    </Card>
  )
}
