/** A page that reads one thing: its shape while it loads, the thing itself, or words and one way on. */
import type { ReactNode } from 'react'
import { sayInstant } from '../../../../domain/kernel/time'
import type { Asked } from '../../../cloud/ask'
import { useOnline } from '../../../cloud/letters'
import { troubleOf } from '../../../cloud/trouble'
import { Empty, Screen, Skeleton } from '../../../ui'

type Props<T> = {
  readonly title: string
  /** What having no signal means here, where deeds are not kept to be sent by themselves. */
  readonly offline?: string
  readonly asked: Asked<T> & { readonly reload: () => Promise<void> }
  readonly bottom?: (data: T) => ReactNode
  readonly children: (data: T) => ReactNode
}

export function AskedPage<T>({ title, offline, asked, bottom, children }: Props<T>) {
  const isOnline = useOnline()
  const keptAt = asked.state === 'ready' && asked.keptAt ? sayInstant(asked.keptAt, new Date()) : undefined
  return (
    <Screen
      title={title}
      online={isOnline && !keptAt}
      keptAt={keptAt}
      {...(offline ? { offline } : {})}
      bottom={asked.state === 'ready' ? bottom?.(asked.data) : undefined}
    >
      {asked.state === 'loading' && <Skeleton />}
      {asked.state === 'error' && <Wrong failure={asked.error} again={() => void asked.reload()} />}
      {asked.state === 'ready' && children(asked.data)}
    </Screen>
  )
}

export function Wrong({ failure, again }: { failure: unknown; again: () => void }) {
  const { text, action } = troubleOf(failure, again)
  return <Empty id="wrong" text={text} action={action} />
}
