/** What a desk does to a wish: which of the machine's rows those are, what each asks for, and what its worker will read. */
import { fill, type TemplateName, templates } from '../../../domain/kernel/notices'
import { kindLine } from '../../../domain/wish/kinds'
import { wishMachine } from '../../../domain/wish/machine'
import type { DeskWish } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'

const said = ['return', 'unlist', 'reject', 'makeGood', 'settle'] as const
const plain = ['miss', 'redeliver', 'propose', 'list', 'dispatch'] as const
export type SaidDeed = (typeof said)[number]
export type PlainDeed = (typeof plain)[number]

/** The yes stands last, where the thumb is. */
const order = [
  'return',
  'unlist',
  'reject',
  'miss',
  'settle',
  'makeGood',
  'redeliver',
  'propose',
  'list',
  'dispatch',
  'takeIn',
  'handOut',
] as const
export type DeskDeed = (typeof order)[number]

/** The server's `can` decides. */
export const deedsIn = ({ can }: Pick<DeskWish, 'can'>): DeskDeed[] => order.filter((deed) => can.includes(deed))

const isIn = <D extends DeskDeed>(deeds: readonly D[], deed: DeskDeed): deed is D => deeds.some((one) => one === deed)
export const isSaid = (deed: DeskDeed): deed is SaidDeed => isIn(said, deed)
export const isPlain = (deed: DeskDeed): deed is PlainDeed => isIn(plain, deed)

export const labelOf = (deed: DeskDeed): string => wishMachine.actions[deed].label

/** Refusals and questions stay quiet; the one way forward is filled. */
const quiet: readonly DeskDeed[] = [...said, 'miss', 'redeliver']
export const kindOf = (deed: DeskDeed, deeds: readonly DeskDeed[]): 'p' | 'q' =>
  deed === deeds[deeds.length - 1] && !quiet.includes(deed) ? 'p' : 'q'

type Seen = Pick<DeskWish, 'id' | 'version'>

export const send = ({ id, version }: Seen, deed: PlainDeed | SaidDeed, reason: string, requestId: string) => {
  const seen = { id, version, requestId }
  return isSaid(deed)
    ? wishes.act({ ...seen, action: deed, form: { reason } })
    : wishes.act({ ...seen, action: deed, form: {} })
}

/** Whose sentence the worker reads after each no. */
const told = {
  return: 'wishReturned',
  unlist: 'wishReturned',
  reject: 'wishRejected',
  makeGood: 'disputeAnswered',
  settle: 'disputeAnswered',
} as const satisfies Record<SaidDeed, TemplateName>

export const previewOf = (deed: SaidDeed, { kind, detail }: DeskWish) => {
  const { title, text } = templates[told[deed]]
  return (reason: string): string => `他会读到：${title}。${fill(text, { reason, gift: kindLine(kind, detail) })}`
}

/** The reasons given most, ready to choose; each is read as it stands here. */
export const reasonsFor: Readonly<Record<SaidDeed, readonly string[]>> = {
  return: ['写一下给谁用', '尺码或年级写得不对', '话里能看出您是谁，换个说法', '只能要一样，挑最想要的'],
  unlist: ['挂早了，还要再看一遍', '尺码或年级写得不对', '话里能看出您是谁，换个说法'],
  reject: ['这一样工地已经发过了', '同一个心愿许过了', '要的东西这一场没有'],
  makeGood: ['东西坏了，工会补一份', '尺码不对，工会换一份', '拿错了，工会再送一份'],
  settle: ['跟您说好了，东西能用', '站里帮您换过了', '查过了，是您要的那一样'],
}

/** Why this desk has no button though the wish waits for one. */
export const whyNot = ({ row, timeline }: { row: DeskWish; timeline: readonly { text: string; by: string }[] }) => {
  const { list, propose } = wishMachine.actions
  const mine = (text: string) => timeline.some((event) => event.by === '您' && event.text === text)
  const waits = [...propose.from, ...list.from].some((state) => state === row.state)
  if (!waits || deedsIn(row).includes('propose') || deedsIn(row).includes('list')) return undefined
  if (mine(wishMachine.starts.make.says)) return '这是您自己的心愿，换一位同事看。'
  if (mine(propose.says)) return '是您报给区工会的，换一个人挂上墙。'
  if (mine(wishMachine.starts.makeFor.says)) return '是您帮着写的，换一个人挂上墙。'
  return '这一步归区工会。挂上墙了，这里看得到。'
}
