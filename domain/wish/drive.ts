/** A drive: when, for whom, what for and how it is delivered; its rows and its fields. */
import * as v from 'valibot'
import { defineMachine, standing } from '../kernel/machine'
import { Fen, fen } from '../kernel/money'
import { Place, Scope } from '../kernel/roles'
import { At, Id, On, text } from '../kernel/schema'
import { reason } from './clocks'
import { isDetailOf, kindNames } from './kinds'
import { mostValueFen } from './quotas'
import { WishRule } from './rules'

export const deliveries = {
  collect: { label: '到站里拿' },
  volunteer: { label: '志愿者送到点位' },
  post: { label: '寄到点位' },
} as const
export type Delivery = keyof typeof deliveries

const count = (label: string, most: number) =>
  v.pipe(
    v.number(`${label}写数字`),
    v.integer(`${label}写整数`),
    v.minValue(1, `${label}至少 1`),
    v.maxValue(most, `${label}最多 ${most}`),
  )

const distinct = <T>(rows: readonly T[], key: (row: T) => string): boolean =>
  new Set(rows.map(key)).size === rows.length

/** The sizes or grades there are to choose from; without them, all of the kind's. */
export const Sizes = v.optional(v.pipe(v.array(v.string()), v.minLength(1, '至少一种尺码或年级'), v.maxLength(30)))

const Kind = v.pipe(
  v.strictObject({
    kind: v.picklist(kindNames, '想要什么，选一个'),
    valueCapFen: v.pipe(
      Fen,
      v.minValue(fen(100), '至少 1 元'),
      v.maxValue(fen(mostValueFen), `一份最多 ${mostValueFen / 100} 元`),
    ),
    sizes: Sizes,
  }),
  v.forward(
    v.partialCheck(
      [['kind'], ['sizes']],
      ({ kind, sizes = [] }) => sizes.every((size) => isDetailOf(kind, size)) && distinct(sizes, (size) => size),
      '尺码或年级，从列出来的里面选',
    ),
    ['sizes'],
  ),
)

/** What an officer writes. Without a person's data: a drive is read by everybody. */
export const DriveDetails = v.pipe(
  v.strictObject({
    title: text('活动名', 30),
    opensOn: On,
    endsOn: On,
    rules: v.pipe(v.array(WishRule), v.maxLength(6)),
    kinds: v.pipe(
      v.array(Kind),
      v.minLength(1, '至少选一样'),
      v.check((rows) => distinct(rows, ({ kind }) => kind), '一样东西只写一次'),
    ),
    wishesEach: count('每人几个心愿', 5),
    quota: count('一共几个心愿', 200_000),
    delivery: v.picklist(Object.keys(deliveries) as [Delivery, ...Delivery[]], '怎么送，选一个'),
    /** Sites whose keepers take gifts in and hand them out. */
    stationIds: v.pipe(v.array(Id), v.minLength(1, '至少一个接力站'), v.maxLength(20, '最多 20 个接力站')),
    /** What the union itself pays for the wishes nobody lit. */
    budgetFen: Fen,
  }),
  v.forward(
    v.partialCheck([['opensOn'], ['endsOn']], ({ opensOn, endsOn }) => opensOn <= endsOn, '结束要在开始之后'),
    ['endsOn'],
  ),
)
export type DriveDetails = v.InferOutput<typeof DriveDetails>

export const Station = v.strictObject({
  ...Place.entries,
  name: v.string(),
  address: v.string(),
  phone: v.string(),
})
export type Station = v.InferOutput<typeof Station>

const counts = {
  made: v.number(),
  received: v.number(),
  rejected: v.number(),
  withdrawn: v.number(),
  undelivered: v.number(),
}

export const Drive = v.strictObject({
  _id: Id,
  ...standing,
  ...Place.entries,
  scope: Scope,
  ownerId: v.string(),
  ...DriveDetails.entries,
  stations: v.array(Station),
  /** Wishes that hold a place, and those whose place is not sure yet. */
  used: v.number(),
  holding: v.array(v.strictObject({ id: Id, at: At })),
  checkAt: v.optional(At),
  /** What of the budget is not yet given to a wish, and the one it is being given to. */
  freeFen: Fen,
  giving: v.optional(v.strictObject({ wishId: Id, fen: Fen })),
  report: v.optional(v.strictObject(counts)),
  createdAt: At,
  listKey: v.string(),
})

export const driveMachine = defineMachine({
  readBy: ['anyone'],
  starts: { publish: { to: 'open', by: ['districtUnion'], says: '发布了活动' } },
  states: {
    open: { label: '进行中', tone: 'ok', next: '{by}结束', atDue: 'end' },
    ended: { label: '收尾', tone: 'wait', next: '等最后一份东西送到' },
    closed: { label: '结束了', tone: 'plain', next: '看数字', isOver: true },
  },
  actions: {
    change: {
      label: '改活动',
      from: ['open'],
      to: 'same',
      by: ['districtUnion'],
      form: DriveDetails,
      says: '改了活动',
    },
    stop: {
      label: '提前结束',
      from: ['open'],
      to: 'ended',
      by: ['districtUnion'],
      form: reason,
      says: '提前结束了',
    },
    end: { label: '到日子', from: ['open'], to: 'ended', by: ['system'], form: v.strictObject({}), says: '到日子了' },
    close: {
      label: '收好了',
      from: ['ended'],
      to: 'closed',
      by: ['system'],
      form: v.strictObject({}),
      tell: [{ template: 'driveClosed', to: 'owner' }],
      says: '每个心愿都有了着落',
    },
  },
})
