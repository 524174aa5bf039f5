/** The rows of a roster, twenty at a time: those with a problem by themselves, those that count by themselves. */
import { useRef, useState } from 'react'
import type { RosterRow } from '../../../domain/claim/views-desk'
import { useDeed } from '../../cloud/deed'
import { claims } from '../parts/claims-api'

export const ROWS = 20

export type Which = 'refused' | 'counted'
const isWanted = (which: Which, { isCounted }: RosterRow): boolean => isCounted === (which === 'counted')

type Read = { readonly rows: readonly RosterRow[]; readonly nextPart: number }

/** Parts are read one after the other until there is enough to show; what was read is not asked for again. */
export const useRows = (id: string, parts: number, which: Which) => {
  const deed = useDeed()
  const read = useRef<Read>({ rows: [], nextPart: 0 })
  const [shown, setShown] = useState<readonly RosterRow[]>([])
  const [isBegun, setBegun] = useState(false)

  const more = () =>
    deed.run(async () => {
      const wanted = shown.length + ROWS
      while (read.current.rows.length < wanted && read.current.nextPart < parts) {
        const { rows, nextPart } = read.current
        const part = await claims.rosterPart({ id, part: nextPart })
        read.current = {
          rows: [...rows, ...part.rows.filter((row) => isWanted(which, row))],
          nextPart: nextPart + 1,
        }
      }
      setBegun(true)
      setShown(read.current.rows.slice(0, wanted))
    })

  const { rows, nextPart } = read.current
  const hasMore = isBegun && (rows.length > shown.length || nextPart < parts)
  return { shown, hasMore, isBegun, more, deed }
}
