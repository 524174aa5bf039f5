/** Lets as many things run at once as there are tools for them; the others wait for the next one that is put down. */

export function lanes<Tool>(tools: readonly Tool[]) {
  const free = [...tools]
  const waiting: ((tool: Tool) => void)[] = []
  return async <T>(run: (tool: Tool) => Promise<T>): Promise<T> => {
    const tool = free.pop() ?? (await new Promise<Tool>((resolve) => waiting.push(resolve)))
    try {
      return await run(tool)
    } finally {
      const next = waiting.shift()
      if (next) next(tool)
      else free.push(tool)
    }
  }
}
