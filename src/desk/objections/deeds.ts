/** What a reviewer answers to an objection, the reasons given most, and what whoever raised it will read. */
import { objectionMachine } from '../../../domain/claim/objection'
import type { DeskObjection } from '../../../domain/claim/views-desk'
import { fill, templates } from '../../../domain/kernel/notices'
import { claims } from '../parts/claims-api'

const order = ['dismiss', 'admit'] as const
export type Answer = (typeof order)[number]

/** The server's `can` decides. */
export const answersIn = ({ can }: DeskObjection): Answer[] => order.filter((answer) => can.includes(answer))
export const labelOf = (answer: Answer): string => objectionMachine.actions[answer].label
export const saysOf = (answer: Answer): string => objectionMachine.actions[answer].says

export const send = ({ id, version }: DeskObjection, answer: Answer, reason: string, requestId: string) =>
  claims.actObjection({ id, version, requestId, action: answer, form: { reason } })

export const previewOf = ({ title }: DeskObjection) => {
  const told = templates.objectionAnswered
  return (reason: string): string => `提的人会读到：${told.title}。${fill(told.text, { title, reason })}`
}

export const reasonsFor: Readonly<Record<Answer, readonly string[]>> = {
  admit: ['查过，您说得对', '查过，那段日子他不在这里', '名册上去掉了'],
  dismiss: ['查过，他那段日子在这里干活', '查过，登记和凭证对得上', '说的不是这一项'],
}

/** What else the answer does. */
export const noteOn = (answer: Answer, { rowId }: DeskObjection): string =>
  answer === 'dismiss'
    ? '申领接着办。'
    : rowId === undefined
      ? '这份申领就不给了，钱回到项目里。'
      : '再打开这份申领，从名册里去掉这个人。'
