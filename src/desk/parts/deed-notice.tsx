/** What a page says of a deed that did not go through: the words, and one way on. */
import type { AppError } from '../../../domain/kernel/errors'
import type { Deed } from '../../cloud/deed'
import { troubleOf } from '../../cloud/trouble'
import { Notice } from '../../ui'

type Props = {
  readonly deed: Pick<Deed, 'error'>
  readonly again: () => void
  /** Where looking at the newer state is something else than trying again. */
  readonly reload?: () => void
  /** What somebody else having been faster is called here. */
  readonly overtaken?: string
}

/** Somebody else was faster: the same once more would only be refused again. */
export const isOvertaken = (error: AppError | undefined): boolean =>
  error?.code === 'CONFLICT' || error?.code === 'ACTION_NOT_ALLOWED'

export function DeedNotice({ deed: { error }, again, reload = again, overtaken }: Props) {
  if (!error) return null
  const { text, action } = troubleOf(error, again, { reload })
  const unsent = error.code === 'UNREACHABLE' ? '没有信号，没送出去' : text
  const words = isOvertaken(error) && overtaken ? overtaken : unsent
  return <Notice kind="stop" text={words} action={action} />
}
