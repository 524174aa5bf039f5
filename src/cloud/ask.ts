/** How a page reads: loading, ready or error, read again when it is shown again, with a kept copy for when there is no signal. */
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { AppError } from '../../domain/kernel/errors'
import { toAppError } from './delivery'
import { phoneStorage } from './phone-storage'
import { dropPictures } from './upload'

export type Asked<T> =
  | { readonly state: 'loading' }
  /** `keptAt`: an older answer from the phone's storage, because the cloud could not be reached. */
  | { readonly state: 'ready'; readonly data: T; readonly keptAt?: string }
  | { readonly state: 'error'; readonly error: AppError }

/** A copy of the last answer under this name; the schema guards against one kept by an older version of the app. */
export type Kept<T> = { readonly name: string; readonly schema: v.GenericSchema<unknown, T> }

const keyOf = (name: string): string => `kept:${name}`

export const keepCopy = <T>({ name, schema }: Kept<T>, data: T): void => {
  const parsed = v.safeParse(schema, data)
  if (parsed.success) phoneStorage.write(keyOf(name), { at: new Date().toISOString(), data })
}

export const copyOf = <T>({ name, schema }: Kept<T>): Asked<T> | undefined => {
  const parsed = v.safeParse(v.object({ at: v.string(), data: schema }), phoneStorage.read(keyOf(name)))
  return parsed.success ? { state: 'ready', data: parsed.output.data, keptAt: parsed.output.at } : undefined
}

/** After an erasure nothing of the person stays in the phone. */
export const forgetCopies = (): void => {
  for (const key of phoneStorage.keys()) if (/^(kept|draft):/.test(key)) phoneStorage.remove(key)
  dropPictures()
}

const afterFailure = <T>(failure: unknown, kept: Kept<T> | undefined): Asked<T> => {
  const error = toAppError(failure)
  const copy = kept && error.code === 'UNREACHABLE' ? copyOf(kept) : undefined
  return copy ?? { state: 'error', error }
}

/** The signal went while the page was open: what it shows stays, and so does a form half filled in. */
const isOnlyUnreached = (next: Asked<unknown>): boolean => next.state === 'error' && next.error.code === 'UNREACHABLE'

/** `load` is asked on mount, on every return to the page, by `reload`, and when what it is `about` changes; an older answer never overwrites a newer one. */
export const useAsk = <T>(
  load: () => Promise<T>,
  kept?: Kept<T>,
  about = '',
): Asked<T> & { readonly reload: () => Promise<void> } => {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'loading' })
  const turn = useRef(0)
  const latest = useRef({ load, kept })
  latest.current = { load, kept }

  const reload = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    const settle = (next: (before: Asked<T>) => Asked<T>) => {
      if (mine === turn.current) setAsked(next)
    }
    try {
      const data = await latest.current.load()
      if (latest.current.kept) keepCopy(latest.current.kept, data)
      settle(() => ({ state: 'ready', data }))
    } catch (failure) {
      const next = afterFailure(failure, latest.current.kept)
      settle((before) => (isOnlyUnreached(next) && before.state === 'ready' ? before : next))
    }
  }, [])

  const isMounted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page of the same list is asked for as soon as it is chosen
  useEffect(() => {
    isMounted.current = true
    void reload()
  }, [reload, about])
  useDidShow(() => {
    if (isMounted.current) void reload()
  })
  return { ...asked, reload }
}
