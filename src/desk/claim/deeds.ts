/** What a desk does to a claim: which of the machine's rows those are, what each asks for, and what the claimant will read. */
import { claimMachine } from '../../../domain/claim/machine'
import type { DeskClaim } from '../../../domain/claim/views-desk'
import type { Act } from '../../../domain/kernel/machine'
import { fill, type TemplateName, templates } from '../../../domain/kernel/notices'
import { dueOn, sayDay } from '../../../domain/kernel/time'

const said = ['refuse', 'overrule', 'quash', 'uphold', 'recall', 'found'] as const
const plain = ['retry', 'overturn', 'approve', 'countersign'] as const
export type SaidDeed = (typeof said)[number]
export type PlainDeed = (typeof plain)[number]

/** The yes stands last, where the thumb is. */
const order = [
  'return',
  'refuse',
  'quash',
  'overrule',
  'uphold',
  'recall',
  'bounceBack',
  'found',
  'retry',
  'repay',
  'overturn',
  'approve',
  'countersign',
] as const
export type DeskDeed = (typeof order)[number]
type Can = DeskClaim['can']

/** The server's `can` decides. */
export const deedsIn = (can: Can): DeskDeed[] => order.filter((deed) => can.includes(deed))
export const hasDeeds = (can: Can): boolean => deedsIn(can).length > 0

const isIn = <D extends DeskDeed>(deeds: readonly D[], deed: DeskDeed): deed is D => deeds.some((one) => one === deed)
export const isSaid = (deed: DeskDeed): deed is SaidDeed => isIn(said, deed)
export const isPlain = (deed: DeskDeed): deed is PlainDeed => isIn(plain, deed)

export const labelOf = (deed: DeskDeed): string => claimMachine.actions[deed].label
export const saysOf = (deed: DeskDeed): string => claimMachine.actions[deed].says

/** Two answers of one search look alike; a no is quiet; the one way forward is filled. */
const even: readonly DeskDeed[] = ['found', 'bounceBack']
const quiet: readonly DeskDeed[] = [...said, 'return']
export const kindOf = (deed: DeskDeed, deeds: readonly DeskDeed[]): 'p' | 's' | 'q' => {
  if (even.includes(deed)) return 's'
  return deed === deeds[deeds.length - 1] && !quiet.includes(deed) ? 'p' : 'q'
}

type Sendable<T> = T extends { action: DeskDeed | 'take' | 'strike' }
  ? Pick<T, Extract<keyof T, 'action' | 'form'>>
  : never
/** A deed with its form, as the machine's row asks for it. */
export type Sent = Sendable<Act<typeof claimMachine>>
export type SentDeed = Extract<Sent, { action: DeskDeed }>

/** Whose sentence the claimant reads after each of these. */
const told = {
  return: 'claimReturned',
  refuse: 'claimRefused',
  overrule: 'claimRefused',
  quash: 'claimRefused',
  uphold: 'claimUpheld',
  recall: 'claimRecalled',
  found: 'claimFound',
} as const satisfies Record<SaidDeed | 'return', TemplateName>

/** Who is told: a worker of their own claim, an employer of theirs. */
export const readers = { worker: '他', employer: '单位' } as const satisfies Record<DeskClaim['claimant'], string>

const byOf = (deed: SaidDeed | 'return', now: Date): string => {
  const rule = claimMachine.actions[deed]
  return 'due' in rule ? sayDay(dueOn(rule.due, now).on, now) : ''
}

/** `parts` are those to be sent again, in words. */
export const previewOf = (
  deed: SaidDeed | 'return',
  { title, claimant }: Pick<DeskClaim, 'title' | 'claimant'>,
  now: Date,
  parts: readonly string[] = [],
) => {
  const template = templates[told[deed]]
  const which = parts.length > 0 ? `要改 ${parts.length} 处：${parts.join('、')}。` : ''
  return (reason: string): string =>
    `${readers[claimant]}会读到：${template.title}。${which}${fill(template.text, { title, reason, by: byOf(deed, now) })}`
}

/** The reasons given most, ready to choose; each is read as it stands here. */
export const reasonsFor: Readonly<Record<SaidDeed | 'return' | 'strike', readonly string[]>> = {
  return: ['照片看不清，重拍一张', '卡号和名字对不上', '写的和照片里的不一样', '少一张照片'],
  refuse: ['不在这一项发的人里', '这一项在别处领过了', '照片里的不是这件事', '不是公布的那段日子'],
  overrule: ['凭证还不够', '金额和凭证对不上', '不在这一项发的人里'],
  quash: ['有人提了异议，查过是真的', '查过，那段日子不在这里干活', '这一项在别处领过了'],
  uphold: ['再看了一遍，还是不在发的人里', '补的凭证还是对不上', '规定里没有这一种'],
  recall: ['领重了，有一份要退', '后来查到不在发的人里', '金额发多了'],
  found: ['银行查过，进了您这张卡', '银行短信晚了，查一下余额', '进账的名字写的是发的单位'],
  strike: ['本人说不在这里干活', '那个月不在这里', '证件号对不上', '别的单位报过了'],
}
