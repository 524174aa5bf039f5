/** A page that works over a place somebody holds, or one below it: the one it was opened for, the first, or one chosen. */
import { type ReactNode, useState } from 'react'
import type { GrantView } from '../../../domain/staff/schema'
import { Empty } from '../../ui'
import { type Place, placesOf } from './access'
import { PlaceRow } from './place-row'
import { textOf } from './routes'

type Params = Readonly<Record<string, string | undefined>>

type Props = {
  /** Those that count here. */
  readonly grants: readonly GrantView[]
  readonly params: Params
  /** Over the sheet: 看哪里的申领. */
  readonly title: string
  /** What is said to whoever holds none. */
  readonly none: { readonly title: string; readonly text: string }
  readonly children: (place: Place) => ReactNode
}

const wantedIn = (held: readonly Place[], { level, id }: Params): Place | undefined =>
  held.find(({ scope }) => scope.level === level && scope.id === textOf(id)) ?? held[0]

export function HeldPlace({ grants, params, title, none, children }: Props) {
  const held = placesOf(grants)
  const [place, setPlace] = useState(() => wantedIn(held, params))
  if (!place) return <Empty id="not-yours" title={none.title} text={none.text} />
  return (
    <>
      <PlaceRow name={place.name} title={title} roots={held} wanted="site" onChoose={setPlace} />
      {children(place)}
    </>
  )
}

/** Another place is another page: nothing of the one before stays. */
export const keyOf = ({ scope }: Place): string => `${scope.level}:${scope.id}`
