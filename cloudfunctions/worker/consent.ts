/** The text a worker agrees to, and the check that an agreement is to the text as it stands. */
import { AppError } from '../../domain/kernel/errors'
import { type ConsentGiven, consentReaders, consentText } from '../../domain/worker'
import { canonical, sha256 } from '../_lib/crypto'
import type { WorkerHandler } from './handlers'

/** Over every word of the text: one changed sign is another text. */
const hash = sha256(canonical({ ...consentText, readers: consentReaders() }))

export const consent: WorkerHandler<'consent'> = async () => ({
  version: consentText.version,
  hash,
  handler: consentText.handler,
  parts: [...consentText.parts],
  readers: consentReaders(),
})

export const isCurrent = (given: Pick<ConsentGiven, 'version' | 'hash'> | undefined): boolean =>
  given?.version === consentText.version && given.hash === hash

export const recorded = (given: ConsentGiven, now: Date) => {
  if (!isCurrent(given)) throw new AppError('CONSENT_OUTDATED')
  return { ...given, at: now.toISOString() }
}
