/** The places under one place, page by page. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Level } from '../../../domain/kernel/roles'
import type { Asked } from '../../cloud/ask'
import { toAppError } from '../../cloud/delivery'
import type { Place } from './access'
import { type Below, below } from './places'

export const useBelow = (here: Place, wanted: Level) => {
  const [asked, setAsked] = useState<Asked<Below>>({ state: 'loading' })
  const turn = useRef(0)
  const { level, id } = here.scope

  const load = useCallback(
    async (before: Below['places'], cursor?: string) => {
      turn.current += 1
      const mine = turn.current
      const settle = (next: Asked<Below>) => {
        if (mine === turn.current) setAsked(next)
      }
      try {
        const { places, next } = await below({ scope: { level, id }, name: '' }, wanted, cursor)
        settle({ state: 'ready', data: { places: [...before, ...places], next } })
      } catch (failure) {
        settle({ state: 'error', error: toAppError(failure) })
      }
    },
    [level, id, wanted],
  )
  const reload = useCallback(() => {
    setAsked({ state: 'loading' })
    void load([])
  }, [load])
  useEffect(reload, [reload])

  const more = () => {
    if (asked.state === 'ready') void load(asked.data.places, asked.data.next)
  }
  return { asked, more, reload }
}
