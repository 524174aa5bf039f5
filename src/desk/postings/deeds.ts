/** What a reviewer decides about a public text: the machine's rows, the reasons given most, and why there is no button. */
import { fill, type TemplateName, templates } from '../../../domain/kernel/notices'
import type { PostingView } from '../../../domain/posting/api'
import { postingMachine } from '../../../domain/posting/machine'
import { postings } from '../../cloud/apis'

const said = ['refuse', 'takeDown', 'uphold'] as const
const plain = ['approve', 'keep', 'restore'] as const
export type SaidDeed = (typeof said)[number]
type PlainDeed = (typeof plain)[number]
export type ReviewDeed = SaidDeed | PlainDeed

/** The no of each pair stands first. */
const order = [...said, ...plain]

export const deedsIn = ({ can }: PostingView): ReviewDeed[] => order.filter((deed) => can.includes(deed))
export const isSaid = (deed: ReviewDeed): deed is SaidDeed => said.some((one) => one === deed)
export const labelOf = (deed: ReviewDeed): string => postingMachine.actions[deed].label
export const saysOf = (deed: ReviewDeed): string => postingMachine.actions[deed].says

export const decide = ({ id, version }: PostingView, deed: ReviewDeed, reason: string, requestId: string) => {
  const seen = { id, version, requestId }
  return isSaid(deed)
    ? postings.act({ ...seen, action: deed, form: { reason } })
    : postings.act({ ...seen, action: deed, form: {} })
}

const told = { refuse: 'textRefused', takeDown: 'textTakenDown', uphold: 'textUpheld' } as const satisfies Record<
  SaidDeed,
  TemplateName
>

export const previewOf = (deed: SaidDeed) => {
  const { title, text } = templates[told[deed]]
  return (reason: string): string => `写的人会读到：${title}。${fill(text, { reason })}`
}

const often = ['能看出是谁，换个说法', '里面有电话或地址', '照片里有人脸', '话里有人身攻击', '和这件事没关系']
export const reasonsFor: Readonly<Record<SaidDeed, readonly string[]>> = {
  refuse: often,
  takeDown: often,
  uphold: ['还是能看出是谁', '照片里还是有人脸', '看了两遍，还是不合适'],
}

/** Why it waits for a person, in a sentence. */
export const whyHere = ({ reports, stateLabel, state }: PostingView): string => {
  const isContested = postingMachine.actions.restore.from.some((from) => from === state)
  if (isContested) return '写的人不服，换一个人复看'
  return reports > 0 ? `有人举报，${reports} 次` : `微信没看准，${stateLabel}`
}
