/** What a donor does with a lamp of their own: the same request id while the same deed is tried again. */
import type { Promised } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'

export const useMyDeeds = (onDone: () => void) => {
  const deed = useDeed()
  const move = (action: 'undo' | 'giveUp') => (lamp: Pick<Promised, 'id' | 'version'>) =>
    void deed
      .run(
        async (requestId) => {
          await wishes.act({ requestId, id: lamp.id, version: lamp.version, action, form: {} })
        },
        [action, lamp.id, lamp.version],
      )
      .then((isDone) => {
        if (isDone) onDone()
      })
  return { deed, undo: move('undo'), giveUp: move('giveUp') }
}
