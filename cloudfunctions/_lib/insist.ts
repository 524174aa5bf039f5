/** Does what must be done to a case however often somebody moves it at the same moment. */
import { AppError } from '../../domain/kernel/errors'
import type { CaseName } from './cases'
import { type DocOf, get } from './cloud'

const TRIES = 5
/** It was moved between the reading and the write, in which case the deed may be another one. */
const raced: readonly string[] = ['CONFLICT', 'ACTION_NOT_ALLOWED']

const isRaced = (error: unknown): boolean => error instanceof AppError && raced.includes(error.code)

/** `act` decides by the case as it stands; it is read again and asked again where that was no longer so. */
export const insist = async <N extends CaseName>(
  name: N,
  known: DocOf<N>,
  act: (doc: DocOf<N>) => Promise<void>,
): Promise<void> => {
  let doc: DocOf<N> | undefined = known
  for (let tries = 1; doc; tries += 1)
    try {
      return await act(doc)
    } catch (error) {
      if (!isRaced(error) || tries === TRIES) throw error
      doc = await get(name, known._id)
    }
}
