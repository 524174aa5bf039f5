/** Whether a browser has a signal, and when it comes back. */

export const isOnline = (): boolean => navigator.onLine

export const onSignalChange = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** The page comes back to the front. */
export const onReturn = (listener: () => void): void =>
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listener()
  })
