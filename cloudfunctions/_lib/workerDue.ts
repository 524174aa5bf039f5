/** What falls due on a registration: nobody has looked by the day that was promised. */
import { workerMachine } from '../../domain/worker'
import { dueOf } from './due'
import { tellOf } from './workerNotices'

export const workerDue = dueOf('workers', workerMachine, () => ({ set: { isLate: true } }), tellOf)
