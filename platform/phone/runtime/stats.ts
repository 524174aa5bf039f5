/** How often the app sets data and how much of it, page by page: what makes an old phone slow. */

export interface Written {
  count: number
  bytes: number
  largest: number
}

const byPage = new Map<string, Written>()

export function noteSetData(page: string, bytes: number): void {
  const { count, bytes: before, largest } = byPage.get(page) ?? { count: 0, bytes: 0, largest: 0 }
  byPage.set(page, { count: count + 1, bytes: before + bytes, largest: Math.max(largest, bytes) })
}

export const stats = (): Record<string, Written> => Object.fromEntries(byPage)
export const clearStats = (): void => byPage.clear()
