/** Reports, decides, appeals: one move of a public text; what follows reaches the wish it belongs to. */
import { AppError } from '../../domain/kernel/errors'
import { actionsFor, next } from '../../domain/kernel/machine'
import { postingMachine, postingQuotas } from '../../domain/posting'
import { type Besides, isDone, move, type Stamp } from '../_lib/cases'
import { get, opened } from '../_lib/cloud'
import { checkWords } from '../_lib/contentCheck'
import { followPosting, type Posting } from '../_lib/postings'
import { take } from '../_lib/quotas'
import type { PostingHandler } from './handlers'

type Input = Parameters<PostingHandler<'act'>>[0]

/** A person's yes does not stand in for WeChat's: what it has not looked at is looked at now, in the reviewer's name. */
const assertChecked = async (posting: Posting, openid: string): Promise<void> => {
  const { words } = opened('postings', posting)
  if (words === undefined) return
  const verdict = await checkWords(words, openid)
  if (verdict === 'unknown') throw new AppError('TEXT_UNCHECKED')
  if (verdict === 'risky') throw new AppError('ACTION_NOT_ALLOWED', { reason: 'WeChat refuses it' })
}

const changeOf = ({ action }: Input, posting: Posting, personId: string): Besides<'postings'> => {
  switch (action) {
    case 'report':
      return { set: { reports: posting.reports + 1 } }
    case 'refuse':
    case 'takeDown':
      return { set: { decidedBy: personId } }
    default:
      return { set: { reports: posting.reports } }
  }
}

export const act: PostingHandler<'act'> = async (input, { identified, now }) => {
  const [{ actor, openid }, posting] = await Promise.all([identified(), get('postings', input.id)])
  if (!posting) throw new AppError('NOT_FOUND')
  const { id, action, version, form, requestId } = input
  const stamp: Stamp = { actor, now, requestId }
  if (!isDone(posting.events, stamp)) {
    next(postingMachine, posting, action, actor, now)
    if (action === 'approve' || action === 'restore') await assertChecked(posting, openid)
    if (action === 'report' && !(await take('reports', actor.personId, postingQuotas.reports, now)))
      throw new AppError('TRIES_USED_UP')
  }
  /** Whoever reports saw the words, not the version: another report meanwhile is no reason to refuse theirs. */
  const seen = action === 'report' ? undefined : version
  const { doc } = await move(
    'postings',
    postingMachine,
    { id, action, version: seen, form, doc: posting, change: (stored) => changeOf(input, stored, actor.personId) },
    stamp,
  )
  await followPosting(doc, now)
  return { id: doc._id, version: doc.version, state: doc.state, can: actionsFor(postingMachine, doc, actor, now) }
}
