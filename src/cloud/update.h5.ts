/** A browser has the new release as soon as the page is read again. */

export const watchForUpdate = (): void => undefined

export const update = (): void => window.location.reload()
