/** What a Taro process and the command that started it say to each other, and how a mistake in the sources is put to a person. */
import { stripVTControlCharacters } from 'node:util'
import * as v from 'valibot'

type Compiler = {
  readonly hooks: {
    readonly done: {
      tap(
        at: { name: string; stage: number },
        act: (stats: { compilation: { errors: readonly Error[] } }) => void,
      ): void
    }
  }
}

/** Sent once the files lie on the disk, and before Taro's own listeners, of which one ends the process at a mistake. */
export class TellBuilds {
  apply({ hooks }: Compiler): void {
    hooks.done.tap({ name: 'TellBuilds', stage: -1 }, ({ compilation }) => {
      process.send?.({ errors: compilation.errors.map(({ message }) => message) })
    })
  }
}

/** However its starter ends, a Taro process does not outlive it: it would go on building for nobody. */
export function endWithStarter(): void {
  if (!process.channel) return
  process.once('disconnect', () => process.exit(1))
  process.channel.unref()
}

const Built = v.object({ errors: v.array(v.string()) })

const isNoise = (line: string): boolean => /^\s+at |^Module build failed/.test(line) || line.trim() === ''

/** The place and the mistake, without the loaders it was found through. */
const said = (message: string, root: string): string =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !isNoise(line))
    .join('\n')
    .replaceAll(`${root}/`, '')

export const errorsOf = (message: unknown, root: string): readonly string[] => {
  const built = v.safeParse(Built, message)
  return built.success ? built.output.errors.map((error) => said(error, root)) : []
}
