/** Whose work a desk page shows, and the sheet another place is chosen on, of any level. */
import { type ComponentProps, useState } from 'react'
import type { Level } from '../../../domain/kernel/roles'
import { Row, Sheet } from '../../ui'
import type { Place } from './access'
import { PlacePicker } from './place-picker'

type Props = Pick<ComponentProps<typeof Row>, 'icon' | 'note'> & {
  readonly name: string
  /** Over the sheet: 看哪里的同事. */
  readonly title: string
  readonly roots: readonly Place[]
  /** The smallest there is to choose. */
  readonly wanted: Level
  readonly onChoose: (place: Place) => void
}

export function PlaceRow({ icon = 'pin', name, note, title, roots, wanted, onChoose }: Props) {
  const [isPicking, setPicking] = useState(false)
  const choose = (place: Place) => {
    setPicking(false)
    onChoose(place)
  }
  return (
    <>
      <Row id="place" icon={icon} title={name} note={note} go="换" onClick={() => setPicking(true)} />
      {isPicking && (
        <Sheet id="place-sheet" title={title} onClose={() => setPicking(false)}>
          <PlacePicker id="pick" label="您管的" roots={roots} wanted={wanted} isAnyLevel onChoose={choose} />
        </Sheet>
      )}
    </>
  )
}
