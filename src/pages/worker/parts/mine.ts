/** The caller's own card, with a kept copy for when there is no signal. */
import { workerApi } from '../../../../domain/worker/api'
import { workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'

const kept = { name: 'mine', schema: workerApi.endpoints.mine.output }

export const useMine = () => useAsk(() => workers.mine({}), kept)
