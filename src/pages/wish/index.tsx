/** The wish tab: what the notice promises and where to ask; wishes themselves are not made here yet. */
import { call } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Card, Row, Screen, TabBar } from '../../ui'

const promises = [
  { title: '给谁', note: '有困难的农民工，活儿不固定的职工' },
  { title: '送什么', note: '爱心书包，棉衣、棉鞋、保暖衣，年货礼包' },
  { title: '谁来办', note: '工会办专场，东西由好心人买，工会送到您手上' },
] as const

export default function WishPage() {
  const isOnline = useOnline()
  return (
    <Screen title="点亮微心愿" online={isOnline} tab={<TabBar active={1} />}>
      <Card title="通知里是这么说的">
        {promises.map(({ title, note }) => (
          <Row key={title} title={title} note={note} />
        ))}
      </Card>
      <Card title="现在怎么办">
        <Row
          icon="tel"
          title="打工会热线 12351"
          note="说您想许个心愿，问您那个区的专场在哪"
          onClick={() => call('12351')}
        />
        <Row icon="tel" title="没人接，打 12345" note="全天有人接" onClick={() => call('12345')} />
      </Card>
      <Card title="出处">
        {'《关于做好春节期间外来务工人员等留沪过年服务保障工作的通知》第二条，2021 年 2 月 6 日。'}
      </Card>
    </Screen>
  )
}
