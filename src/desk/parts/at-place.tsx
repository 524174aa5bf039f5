/** A page that works at one place: chosen first, or the only one there is, and named above the work. */
import { type ReactNode, useState } from 'react'
import type { Level } from '../../../domain/kernel/roles'
import { Row } from '../../ui'
import type { Place } from './access'
import { PlacePicker } from './place-picker'
import { isReached, leadsTo } from './places'

type Props = {
  readonly id: string
  readonly label: string
  readonly roots: readonly Place[]
  readonly wanted: Level
  readonly children: (place: Place) => ReactNode
}

const onlyOne = (roots: readonly Place[], wanted: Level): Place | undefined => {
  const starts = roots.filter((place) => leadsTo(place, wanted))
  const [first] = starts
  return starts.length === 1 && first && isReached(first, wanted) ? first : undefined
}

export function AtPlace({ id, label, roots, wanted, children }: Props) {
  const only = onlyOne(roots, wanted)
  const [chosen, setChosen] = useState<Place>()
  const place = chosen ?? only
  if (!place) return <PlacePicker id={id} label={label} roots={roots} wanted={wanted} onChoose={setChosen} />
  const change = only ? {} : { go: '换', onClick: () => setChosen(undefined) }
  return (
    <>
      <Row id={`${id}-chosen`} icon="pin" title={place.name} {...change} />
      {children(place)}
    </>
  )
}
