/** Everything drawn above the app, and the way to answer it without a finger. */
import { watchCapsule } from './menu'
import { notices, openBanner, showNotices, watchNotices } from './notices'
import { saved } from './pictures'
import { answerSheet, type Choice, closeSheets, openSheet } from './sheets'
import { shownToast, toasts } from './toast'

export type { Choice, GivenFile } from './sheets'

export const layer = {
  /** The name of the sheet in front. */
  open: openSheet,
  /** Throws when no sheet is open or the one that is cannot be answered so. */
  answer: (choice: Choice): void => answerSheet(choice),
  closeAll: closeSheets,
  /** The words of the toast that is shown now. */
  toast: shownToast,
  /** The words of every toast since the start. */
  toasts: (): readonly string[] => toasts,
  /** What was saved to this computer: pictures and documents. */
  saved: (): readonly { name: string; size: number }[] => saved,
  notices,
  /** Taps the banner of a notice. */
  openBanner,
  openNotices: (): void => void showNotices(),
  /** Wakes the three dots and begins to listen for notices; called once. */
  start(): void {
    watchCapsule()
    watchNotices()
  },
}
