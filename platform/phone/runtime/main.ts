/** The phone's page: native components, touches, the app. */
import { installAgent } from './agent'
import { appData } from './app-data'
import { faults } from './faults'
import { watchFrame } from './frame'
import { launch } from './launch'
import { installNatives } from './natives'
import { clearStats, stats } from './stats'
import { watchTouches } from './touch'
import { disk } from './wx/disk'

export interface Phone {
  /** Resolves when the first page is there. */
  launched: Promise<void>
  faults(): typeof faults
  stats: typeof stats
  clearStats: typeof clearStats
  /** Resolves when all the app wrote is kept: then it may be ended. */
  kept(): Promise<void>
  /** An automator's method. */
  ask(method: string, parameters: unknown): Promise<unknown>
}

declare global {
  var phone: Phone
}

installNatives(appData.tags)
watchTouches()
watchFrame()
const ask = installAgent()
globalThis.phone = { launched: launch(), faults: () => [...faults], stats, clearStats, kept: disk.settled, ask }
