/** A screen in the middle of a wish, opened without what comes before it. */
import { goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Empty, Screen } from '../../ui'

export function Restart({ title }: { title: string }) {
  const isOnline = useOnline()
  return (
    <Screen title={title} online={isOnline}>
      <Empty
        id="restart"
        title="先选想要什么"
        text="选好了，再写下面的。"
        action={{ label: '去选', onClick: goTo('/wishes/make/index') }}
      />
    </Screen>
  )
}
