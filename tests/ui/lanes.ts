/** Lets so many things run at once and the others wait their turn. */

export function lanes(count: number) {
  const waiting: (() => void)[] = []
  let free = count
  return async <T>(run: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
