/** Everything drawn above the app, and the way to answer it without a finger. */
import { watchNotices } from './notices'
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
  /** Begins to listen for notices; called once. */
  start: watchNotices,
}
