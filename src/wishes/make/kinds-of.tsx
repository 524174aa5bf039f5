/** What a drive offers, drawn, each with what it may cost; and in which sizes. */
import { yuan } from '../../../domain/kernel/money'
import { type KindName, kinds, sizesOf } from '../../../domain/wish/kinds'
import type { DriveCard } from '../../../domain/wish/views'
import { Gift } from './gift'

export const kindsOf = ({ kinds: offered }: Pick<DriveCard, 'kinds'>) =>
  offered.map(({ kind, valueCapFen }) => ({
    value: kind,
    text: kinds[kind].label,
    hint: `${yuan(valueCapFen)}以内`,
    picture: <Gift kind={kind} />,
  }))

export const sizeOptions = (kind: KindName, offered: readonly string[] | undefined) => {
  const chosen = sizesOf(kind, offered)
  return kinds[kind].details
    .filter(({ id }) => chosen.includes(id))
    .map(({ id, label }) => ({ value: id, text: label }))
}
