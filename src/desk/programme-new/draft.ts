/** Where a programme lies on this phone while it is being written. */
import type { Draft } from '../../cloud/drafts'
import { draftOf } from '../../cloud/phone-storage'
import { type Answers, blank } from './answers'

/** A new one, one written after another's pattern, and changes to one that is there lie beside each other. */
export const draftName = ({ id, from }: { readonly id: string; readonly from: string }): string => {
  if (id) return `programme-${id}`
  return from ? `programme-after-${from}` : 'programme'
}

export const programmeDraft = (name: string): Draft<Answers> => draftOf(name, blank)
