/** The app is started from cold in place, once everything it keeps is kept. */
import { disk } from './disk'

export const startAgain = async (): Promise<void> => {
  await disk.settled()
  location.reload()
}
