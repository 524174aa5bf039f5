/**
 * What the languages of iOS 12 and old Androids lack and our code, or a library of ours, calls.
 * Written here because core-js finds the global object by making a function from text, which WeChat forbids.
 */

const missing = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

missing(Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.hasOwn(owner, key))

missing(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const made: Record<string, unknown> = {}
  for (const [key, value] of Array.from(entries)) made[key] = value
  return made
})

missing(Array.prototype, 'at', function at(this: readonly unknown[], place: number) {
  return this[place < 0 ? this.length + place : place]
})

missing(
  Array.prototype,
  'flatMap',
  function flatMap(this: unknown[], change: (value: unknown, place: number) => unknown) {
    return this.reduce<unknown[]>((all, value, place) => all.concat(change(value, place)), [])
  },
)

missing(String.prototype, 'replaceAll', function replaceAll(this: string, found: string, other: string) {
  return this.split(found).join(other)
})
