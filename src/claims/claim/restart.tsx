/** A screen in the middle of a form, opened without what comes before it. */
import { goTo } from '../../cloud/go'
import { useOnline } from '../../cloud/letters'
import { Empty, Screen } from '../../ui'

export function Restart({ title }: { readonly title: string }) {
  const isOnline = useOnline()
  return (
    <Screen title={title} online={isOnline}>
      <Empty
        id="restart"
        title="先选要领哪一样"
        text="选好了，再填下面的。"
        action={{ label: '去选', onClick: goTo('/claims/programmes/index') }}
      />
    </Screen>
  )
}
