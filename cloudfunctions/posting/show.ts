/** A public text as its author or a reviewer sees it: its words, where it stands, why, and what it was reported for. */
import { actionsFor, stateNames, stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { abouts, type PostingView, postingMachine } from '../../domain/posting'
import { files, opened } from '../_lib/cloud'
import { sealedValue } from '../_lib/history'
import type { Posting } from '../_lib/postings'

const nameOf = (state: string): PostingView['state'] => {
  const known = stateNames(postingMachine).find((name) => name === state)
  if (!known) throw new Error(`no state ${state}`)
  return known
}

const lastReason = (posting: Posting): string | undefined => {
  const last = posting.events.at(-1)
  return last && sealedValue(posting._id, last, 'reason')
}

/** What was said against it and for it, in order; who said it stays with nobody. */
const reasonsOf = (posting: Posting): string[] =>
  posting.events.map((event) => sealedValue(posting._id, event, 'reason')).filter((reason) => reason !== undefined)

export const postingView = async (
  posting: Posting,
  actor: Actor,
  now: Date,
  isReviewer: boolean,
): Promise<PostingView> => {
  const { words, fileId } = opened('postings', posting)
  const because = stateRow(postingMachine, posting.state).tone === 'stop' ? lastReason(posting) : undefined
  return {
    id: posting._id,
    version: posting.version,
    about: posting.about,
    aboutLabel: abouts[posting.about].label,
    ...(words === undefined ? {} : { words }),
    ...(fileId === undefined ? {} : { photoUrl: await files.link(fileId) }),
    state: nameOf(posting.state),
    stateLabel: stateRow(postingMachine, posting.state).label,
    ...(because ? { because } : {}),
    reports: posting.reports,
    reasons: isReviewer ? reasonsOf(posting) : [],
    createdAt: posting.createdAt,
    ...(posting.dueAt ? { dueAt: posting.dueAt } : {}),
    can: actionsFor(postingMachine, posting, actor, now),
  }
}
