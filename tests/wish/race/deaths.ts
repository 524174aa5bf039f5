/** The function wish as it would be if its process died on the way, or if it read and then wrote. */
import { buildAltered, type Changes } from '../../builders/altered'

/** Each instance dies after its seventh write to a lamp that is lit or to a donor and, started anew, after the seventh again; the clock does not. */
export const mortal: Changes = {
  'wish/index.ts': (text) => `${text}\nObject.assign(globalThis, { isMortal: true, writes: 0 })\n`,
  '_lib/cloud.ts': (text) =>
    text.replace(
      'const { stats } = await whereOf(name, { ...guard, _id: id }).update({ data })',
      `const { stats } = await whereOf(name, { ...guard, _id: id }).update({ data })
  const self = globalThis as unknown as { isMortal?: boolean; writes: number }
  if (self.isMortal && (name === 'donors' || 'lighting' in (plan.set ?? {})) && ++self.writes === 7) {
    process.exit(1)
    await new Promise(() => undefined)
  }`,
    ),
}

/** Dies once the slot is taken and before the lamp is lit, whenever the request says so. */
export const diesBetween: Changes = {
  'wish/light.ts': (text) =>
    text.replace(
      'const slot = slotOf(wish)\n  const more',
      `const slot = slotOf(wish)
  if (stamp.requestId.startsWith('dies')) {
    process.exit(1)
    await new Promise(() => undefined)
  }
  const more`,
    ),
}

/** Dies once a wish has moved and before anything that follows from it, whenever the request says so. */
export const diesAfter: Changes = {
  '_lib/wishMove.ts': (text) =>
    text.replace(
      '  await followWish(moved.doc, stamp.now)\n  return moved.doc',
      `  if (stamp.requestId.startsWith('dies')) {
    process.exit(1)
    await new Promise(() => undefined)
  }
  await followWish(moved.doc, stamp.now)
  return moved.doc`,
    ),
}

/** Looks how many a donor holds, and then writes how many there are: the update has no condition. */
export const readsThenTakes: Changes = {
  '_lib/lights.ts': (text) =>
    text.replace(
      "{ limit: donor.limit, used: command.lt(donor.limit), 'held.slot': command.neq(slotOf(wish)) },",
      '{},',
    ),
}

/** Looks whether the lamp is dark, and then lights it: the update has no condition. */
export const readsThenLights: Changes = {
  '_lib/cases.ts': (text) => text.replace('doc._id, { version: doc.version }, plan)', 'doc._id, {}, plan)'),
}

export const withBuild = async <T>(changes: Changes, act: (distDir: string) => Promise<T>): Promise<T> => {
  const { distDir, remove } = await buildAltered(changes)
  try {
    return await act(distDir)
  } finally {
    remove()
  }
}
