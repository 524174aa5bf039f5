/** wx.getUpdateManager: a new release is fetched while the app runs, and put in place by a start from cold. */
import { startAgain } from './start-again'

type Told = () => void

const ready = new Set<Told>()
let isFetched = false

/** The new release has been fetched: whoever listens is told, and may put it in place. */
export const updateFetched = (): void => {
  isFetched = true
  for (const told of ready) told()
}

export const updates = {
  /** The app on this phone is looked for once, at its start, when it is always the newest. */
  onCheckForUpdate: (told: (answer: { hasUpdate: boolean }) => void) =>
    queueMicrotask(() => told({ hasUpdate: isFetched })),
  onUpdateReady: (told: Told): void => void ready.add(told),
  onUpdateFailed: (): void => undefined,
  applyUpdate: (): void => {
    if (isFetched) void startAgain()
  },
}
