/** One topic of the notice in plain words: what it promises, what to do today, where it is written. */
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { call, goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Card, Row, Screen } from '../../ui'
import { topicOf, type Way } from './topics'

export default function InfoPage() {
  const isOnline = useOnline()
  const { title, promises, source, today, first } = topicOf(useRouter().params.topic)
  useEffect(() => void Taro.setNavigationBarTitle({ title }), [title])
  return (
    <Screen title={title} online={isOnline}>
      <Card title="通知里是这么说的">
        {promises.map((text) => (
          <Row key={text} title={text} />
        ))}
      </Card>
      <Card title="现在怎么办">
        {first && <Row id="first" icon="scale" title={first.text} note={first.note} onClick={goTo(first.url)} />}
        {today.map((way) => (
          <WayOn key={way.text} way={way} />
        ))}
      </Card>
      <Card title="出处">{`${source}，2021 年 2 月 6 日。`}</Card>
    </Screen>
  )
}

function WayOn({ way: { text, note, number } }: { way: Way }) {
  return <Row icon="tel" title={text} note={note} onClick={() => call(number)} />
}
