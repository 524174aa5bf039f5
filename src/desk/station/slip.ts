/** What a scanned or typed slip comes to at this station: taken in here, belongs elsewhere, or taken in before. */
import * as v from 'valibot'
import { sayInstant } from '../../../domain/kernel/time'
import { kindLine } from '../../../domain/wish/kinds'
import { SlipCode } from '../../../domain/wish/words'
import type { wishes } from '../../cloud/apis'

export type Slip = Awaited<ReturnType<typeof wishes.slip>>
export type Verdict = {
  readonly kind: 'ok' | 'wait' | 'info'
  readonly title: string
  readonly text: string
}

/** Each verdict is a word before it is a colour. */
export const verdictOf = (slip: Slip, now: Date): Verdict => {
  const { station, isHere, takenInAt, takenInBy, can, stateLabel } = slip
  if (takenInAt)
    return {
      kind: 'info',
      title: '收过了',
      text: `${sayInstant(takenInAt, now)}，${takenInBy ?? '站里'}收的。不用再收。`,
    }
  if (!isHere)
    return {
      kind: 'wait',
      title: '不在这个站',
      text: `这一份送到${station.name}，${station.address}。电话 ${station.phone}。`,
    }
  if (can.includes('takeIn')) return { kind: 'ok', title: '能收', text: `送到${station.name}，就是这里。` }
  return { kind: 'info', title: '您不能收这一份', text: `现在：${stateLabel}。自己送的，换一位同事收。` }
}

export const giftOf = ({ kind, detail }: Slip): string => kindLine(kind, detail)

/** The code in what was scanned or typed, or what is wrong with it. */
export const readSlip = (text: string): { readonly code: string } | { readonly mistake: string } => {
  const read = v.safeParse(SlipCode, text)
  return read.success ? { code: read.output } : { mistake: read.issues[0].message }
}
