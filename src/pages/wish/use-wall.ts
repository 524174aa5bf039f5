/** What the wall shows: the drive, how many lamps are lit, and one page of them; no more than a page is ever drawn. */
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { onOf } from '../../../domain/kernel/time'
import { type KindName, kindNames } from '../../../domain/wish/kinds'
import { turnOf } from '../../../domain/wish/turns'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { LAMPS } from './most'

const Lamp = v.object({
  id: v.string(),
  kind: v.picklist(kindNames),
  detail: v.string(),
  isLit: v.boolean(),
  isMine: v.boolean(),
})
export type Lamp = v.InferOutput<typeof Lamp>

const Wall = v.object({
  drive: v.nullable(
    v.object({
      id: v.string(),
      title: v.string(),
      isOpen: v.boolean(),
      opensOn: v.string(),
      endsOn: v.string(),
      level: v.string(),
      placeId: v.string(),
      kinds: v.array(v.picklist(kindNames)),
    }),
  ),
  lit: v.number(),
  dark: v.number(),
  lamps: v.array(Lamp),
  next: v.optional(v.string()),
  hasOthers: v.boolean(),
  /** The day another drive begins. */
  nextOn: v.optional(v.string()),
})
export type Wall = v.InferOutput<typeof Wall>

export type Filter = { readonly isDark?: true; readonly kind?: KindName; readonly districtId?: string }

type Drives = Awaited<ReturnType<typeof wishes.drives>>['drives']
type Asking = { readonly driveId: string | undefined; readonly filter: Filter; readonly cursor: string | undefined }

const read = async (drives: Drives, { driveId, filter, cursor }: Asking): Promise<Wall> => {
  const today = onOf(new Date())
  const drive = drives.find(({ id }) => id === driveId) ?? drives[0]
  if (!drive) return { drive: null, lit: 0, dark: 0, lamps: [], hasOthers: false }
  const { lamps, counts, next } = await wishes.wall({
    driveId: drive.id,
    limit: LAMPS,
    ...filter,
    ...(cursor ? { cursor } : {}),
  })
  const coming = drives.find((one) => one.id !== drive.id && turnOf(one, today) === 'toCome')
  const { id, title, isOpen, opensOn, endsOn, scope, kinds } = drive
  return {
    drive: {
      id,
      title,
      isOpen,
      opensOn,
      endsOn,
      level: scope.level,
      placeId: scope.id,
      kinds: kinds.map(({ kind }) => kind),
    },
    lit: counts.lit,
    dark: counts.dark,
    lamps: lamps.map(({ districtId: _, ...lamp }) => lamp),
    ...(next ? { next } : {}),
    hasOthers: drives.length > 1,
    ...(coming ? { nextOn: coming.opensOn } : {}),
  }
}

/** Pages are turned by a tap and replace each other: nothing is drawn while the wall is scrolled. */
export const useWall = (driveId: string | undefined) => {
  const [filter, setFilter] = useState<Filter>({})
  const [before, setBefore] = useState<readonly string[]>([])
  const cursor = before[before.length - 1]
  const isWhole = cursor === undefined && Object.keys(filter).length === 0
  /** Asked anew with the first page, and not for the pages turned after it. */
  const drives = useRef<Drives>()
  const asked = useAsk(
    async () => {
      if (!drives.current || cursor === undefined) drives.current = (await wishes.drives({})).drives
      return read(drives.current, { driveId, filter, cursor })
    },
    isWhole ? { name: 'wish-wall', schema: Wall } : undefined,
    JSON.stringify([filter, cursor]),
  )
  return {
    asked,
    filter,
    choose: (next: Filter) => {
      setBefore([])
      setFilter(next)
    },
    pages: before.length,
    turnOn: (next: string) => setBefore([...before, next]),
    turnBack: () => setBefore(before.slice(0, -1)),
  }
}
