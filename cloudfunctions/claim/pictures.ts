/** Deletes the pictures nothing stands on any longer: what others came in the place of, what was sent with a claim that never came to be. */
import { change, files, get } from '../_lib/cloud'
import type { Claim } from './handlers'

type Pictures = Pick<Claim, 'evidence' | 'replaced'>

/** Named on the claim until they are gone, so that an erasure finds those a crash left. */
export const replacedBy = (before: Pictures, evidence: Claim['evidence']): string[] => {
  const kept = new Set(evidence.map(({ fileId }) => fileId))
  return [...(before.replaced ?? []), ...before.evidence.map(({ fileId }) => fileId).filter((id) => !kept.has(id))]
}

export const dropReplaced = async ({ _id, version, replaced = [] }: Claim): Promise<void> => {
  if (replaced.length === 0) return
  await Promise.all(replaced.map((fileId) => files.remove(fileId)))
  await change('claims', _id, { version }, { unset: ['replaced'] })
}

/** Of a claim that was refused after its pictures were taken in. */
export const dropUnused = async (claimId: string, evidence: Claim['evidence']): Promise<void> => {
  const stored = await get('claims', claimId)
  const kept = new Set(stored?.evidence.map(({ fileId }) => fileId))
  await Promise.all(evidence.filter(({ fileId }) => !kept.has(fileId)).map(({ fileId }) => files.remove(fileId)))
}
