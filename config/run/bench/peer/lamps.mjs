/** The work of the bench in Parse cloud code: as its documentation shows it, and as well as it can be written. */
import Config from 'parse-server/lib/Config.js'

const refused = (words) => new Parse.Error(Parse.Error.SCRIPT_FAILED, words)

/** The guide's way: read it, look at it, change it, save it. */
const claimDocumented = async ({ params: { id, by } }) => {
  const lamp = await new Parse.Query('Lamp').get(id, { useMasterKey: true })
  if (lamp.get('state') !== 'dark') throw refused('taken')
  lamp.set({ state: 'lit', by })
  lamp.increment('version')
  lamp.add('events', { action: 'light', by, at: new Date().toISOString() })
  await lamp.save(null, { useMasterKey: true })
  return { ok: true }
}

/** One conditional update through the server's own database controller. */
const claimBest = async ({ params: { id, by } }) => {
  const { database } = Config.get('peer')
  const event = { action: 'light', by, at: new Date().toISOString() }
  const change = {
    state: 'lit',
    by,
    version: { __op: 'Increment', amount: 1 },
    events: { __op: 'Add', objects: [event] },
  }
  try {
    await database.update('Lamp', { objectId: id, state: 'dark' }, change, {})
  } catch (failure) {
    if (failure.code === Parse.Error.OBJECT_NOT_FOUND) throw refused('taken')
    throw failure
  }
  return { ok: true }
}

const newLamp = ({ code, place, at, words }) =>
  new Parse.Object('Lamp', { code, place, at, words, state: 'dark', version: 0, events: [] })

/** The guide's way to unique values: a query before the save. */
const insertDocumented = async ({ params }) => {
  const other = await new Parse.Query('Lamp').equalTo('code', params.code).first({ useMasterKey: true })
  if (other) throw refused('taken')
  await newLamp(params).save(null, { useMasterKey: true })
  return { ok: true }
}

/** The unique index decides. */
const insertBest = async ({ params }) => {
  await newLamp(params).save(null, { useMasterKey: true })
  return { ok: true }
}

const list = async ({ params: { place } }) => {
  const lamps = await new Parse.Query('Lamp')
    .equalTo('place', place)
    .descending('at')
    .limit(20)
    .find({ useMasterKey: true })
  return { ok: true, rows: lamps.map((lamp) => lamp.toJSON()) }
}

export const work = { claimDocumented, claimBest, insertDocumented, insertBest, list }
