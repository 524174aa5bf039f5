/** Finds a place below what somebody holds, one short list after another: 区, 街道, 点位. */
import { useState } from 'react'
import type { Level } from '../../../domain/kernel/roles'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Row, Skeleton } from '../../ui'
import type { Place } from './access'
import { isReached, leadsTo, levelWords } from './places'
import { useBelow } from './use-below'

type Props = {
  readonly id: string
  readonly label: string
  readonly roots: readonly Place[]
  readonly wanted: Level
  /** Every place on the way may be chosen, not only one of the wanted level. */
  readonly isAnyLevel?: boolean
  /** What choosing one of them is called: 就看静安区. */
  readonly says?: string
  readonly onChoose: (place: Place) => void
}

const lastOf = (trail: readonly Place[]): Place | undefined => trail[trail.length - 1]

export function PlacePicker({ id, label, roots, wanted, isAnyLevel = false, says = '就看', onChoose }: Props) {
  const starts = roots.filter((place) => leadsTo(place, wanted))
  const [trail, setTrail] = useState<readonly Place[]>(starts.length === 1 ? starts : [])
  const here = lastOf(trail)
  const go = (place: Place) => {
    if (isReached(place, wanted)) onChoose(place)
    else setTrail([...trail, place])
  }
  const back = () => setTrail(trail.slice(0, -1))
  const isAtStart = trail.length <= (starts.length === 1 ? 1 : 0)
  return (
    <>
      {here && (
        <Row
          id={`${id}-here`}
          title={trail.map(({ name }) => name).join(' › ')}
          {...(isAtStart ? {} : { go: '退一步', onClick: back })}
        />
      )}
      {here && isAnyLevel && (
        <Button id={`${id}-this`} kind="s" label={`${says}${here.name}`} onClick={() => onChoose(here)} />
      )}
      {here && isReached(here, wanted) && !isAnyLevel && (
        <Button id={`${id}-this`} kind="s" label={`就是${here.name}`} onClick={() => onChoose(here)} />
      )}
      {here && !isReached(here, wanted) && <Below id={id} here={here} wanted={wanted} onGo={go} />}
      {!here && <Places id={id} label={label} places={starts} onGo={go} />}
    </>
  )
}

type BelowProps = {
  readonly id: string
  readonly here: Place
  readonly wanted: Level
  readonly onGo: (place: Place) => void
}

function Below({ id, here, wanted, onGo }: BelowProps) {
  const { asked, more, reload } = useBelow(here, wanted)
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={reload} />
  const { places, next } = asked.data
  if (places.length === 0) return <Card title="这里还没有">{`${here.name}下面还没有${levelWords[wanted]}。`}</Card>
  return (
    <>
      <Places id={id} label={`${here.name}哪里`} places={places} onGo={onGo} />
      {next && <Button id={`${id}-more`} kind="q" label="再看 20 个" onClick={more} />}
    </>
  )
}

type PlacesProps = {
  readonly id: string
  readonly label: string
  readonly places: readonly Place[]
  readonly onGo: (place: Place) => void
}

function Places({ id, label, places, onGo }: PlacesProps) {
  return (
    <Card title={label}>
      {places.map((place, at) => (
        <Row
          key={`${place.scope.level}:${place.scope.id}`}
          id={`${id}-${at}`}
          title={place.name}
          go
          onClick={() => onGo(place)}
        />
      ))}
    </Card>
  )
}
