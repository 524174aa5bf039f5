/** What the phone itself remembers in this origin, apart from what the app stores. */
import { kept } from './kept'

const PREFIX = 'phone:'

export const isPhonesOwn = (key: string): boolean => key.startsWith(PREFIX)

export const phoneStorage = {
  read(name: string): unknown {
    const text = kept.read(PREFIX + name)
    return text === null ? undefined : JSON.parse(text)
  },
  write: (name: string, value: unknown): void => kept.write(PREFIX + name, JSON.stringify(value)),
}
