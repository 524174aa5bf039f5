/** Why there is nothing to be done here for whoever looks, in a sentence. */
import { claimMachine } from '../../domain/claim'
import { stateRow } from '../../domain/kernel/machine'
import type { Actor } from '../../domain/kernel/roles'
import { type Relation, stands } from '../../domain/kernel/standing'
import type { Claim } from './handlers'
import { deskOf } from './words'

/** First what shuts somebody out for good, then what they did before. */
const sentences: readonly (readonly [Relation, string])[] = [
  ['owner', '这是您自己的申领，由别人来办'],
  ['author', '这个项目是您写的，由别人来办'],
  ['decider', '这份您定过一次，换别人来办'],
  ['examiner', '一审是您看的，后面换别人办'],
  ['signer', '复核是您签的，后面换别人办'],
]

export const whyNotOf = (claim: Claim, actor: Actor): string => {
  const { label, isOver } = stateRow(claimMachine, claim.state)
  const mine = sentences.find(([who]) => stands(who, claim, actor))
  const isWaiting = claim.queue !== 'none'
  if (mine && isWaiting) return mine[1]
  if (isOver) return `${label}，这份办完了`
  return isWaiting ? `${label}，这一步由${deskOf(claim.queue)}办` : `${label}，现在没有要您办的`
}
