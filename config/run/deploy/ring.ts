/** The ring that goes up: the given one with every key that stands, so that nothing already sealed becomes unreadable. */
import type { KeyRing } from '../keys'
import { CannotGoOn } from '../say'

const refuse = (why: string): never => {
  throw new CannotGoOn(`The key ring does not go up: ${why}`)
}

function assertHolds(given: KeyRing, { encrypt, hash }: KeyRing, where: string): void {
  if (hash !== given.hash) refuse(`its hash key is not the one ${where} matches people by. Take the ring that stands.`)
  if (given.encrypt.keys[encrypt.current] === undefined)
    refuse(`${encrypt.current}, which ${where} seals with now, is not in it. Add that key, or take the newest copy.`)
}

/** `standing`: the ring of each function that holds one; they differ when a deployment stopped half way. */
export function mergedRing(given: KeyRing, standing: ReadonlyMap<string, KeyRing>): KeyRing {
  const keys = { ...given.encrypt.keys }
  for (const [name, ring] of standing) {
    const where = `the function ${name}`
    assertHolds(given, ring, where)
    for (const [id, key] of Object.entries(ring.encrypt.keys)) {
      if (keys[id] !== undefined && keys[id] !== key) refuse(`its ${id} is another key than the ${id} ${where} holds.`)
      keys[id] = key
    }
  }
  return { ...given, encrypt: { ...given.encrypt, keys } }
}
