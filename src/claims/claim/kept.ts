/** A form on this phone: its questions, so that they need no signal, and what was answered so far. */
import type { ProgrammeCard } from '../../../domain/claim/views'
import { copyOf, keepCopy } from '../../cloud/ask'
import type { Draft } from '../../cloud/drafts'
import { draftOf } from '../../cloud/phone-storage'
import { claims } from '../parts/api'
import { blank, type ClaimAnswers, urlOf } from './draft'
import { Form, formName } from './form'

export const claimDraft = (name: string): Draft<ClaimAnswers> => draftOf(name, blank)

/** Where the claim of this draft is looked over. */
export const checkUrlOf = (name: string): string => {
  const { programmeId, claimId } = claimDraft(name).read()
  return programmeId ? urlOf('check', programmeId, claimId) : '/claims/programmes/index'
}

export const keptAs = (name: string) => ({ name: `form-${name}`, schema: Form })

export const keptForm = (name: string): Form | undefined => {
  const kept = copyOf(keptAs(name))
  return kept?.state === 'ready' ? kept.data : undefined
}

/** Begun where there may be no signal: the form is made of what the list of programmes said. */
export const beginForm = (programme: ProgrammeCard): void =>
  keepCopy(keptAs(formName(programme.id, '')), { isRegistered: true, programme })

export const loadForm = async (programmeId: string, claimId: string): Promise<Form> => {
  const claim = claimId ? (await claims.mine({ id: claimId })).claims[0] : undefined
  const edition = claim ? { edition: claim.edition } : {}
  const { isRegistered, programme } = await claims.programme({ id: claim?.programmeId ?? programmeId, ...edition })
  return { isRegistered, programme, ...(claim ? { claim } : {}) }
}
