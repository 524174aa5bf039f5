/** The wall in Parse cloud code: lighting a lamp under a donor's limit, and a page of lamps with how many are lit. */
import Config from 'parse-server/lib/Config.js'

const LIMIT = 3
const KEPT_MS = 10_000
const master = { useMasterKey: true }
const refused = (words) => new Parse.Error(Parse.Error.SCRIPT_FAILED, words)

const donorOf = async (by) =>
  (await new Parse.Query('Donor').equalTo('person', by).first(master)) ??
  new Parse.Object('Donor', { person: by, used: 0, held: [] })

/** The guide's way: read both, look at them, change them, save them. */
const lightDocumented = async ({ params: { id, by } }) => {
  const [lamp, donor] = await Promise.all([new Parse.Query('Lamp').get(id, master), donorOf(by)])
  if (lamp.get('state') !== 'dark') throw refused('taken')
  if (donor.get('used') >= LIMIT) throw refused('limit')
  donor.increment('used')
  donor.add('held', { lamp: id, at: new Date().toISOString() })
  await donor.save(null, master)
  lamp.set({ state: 'lit', by })
  lamp.increment('version')
  lamp.add('events', { action: 'light', by, at: new Date().toISOString() })
  await lamp.save(null, master)
  return { ok: true, lamp: lamp.toJSON() }
}

/** The unique index decides who a new donor is, one conditional update who has the lamp. */
const lightBest = async ({ params: { id, by } }) => {
  const at = new Date().toISOString()
  const [lamp, donor] = await Promise.all([new Parse.Query('Lamp').get(id, master), donorOf(by)])
  if (donor.get('used') >= LIMIT) throw refused('limit')
  donor.increment('used')
  donor.add('held', { lamp: id, at })
  await donor.save(null, master)
  const { database } = Config.get('peer')
  const change = {
    state: 'lit',
    by,
    version: { __op: 'Increment', amount: 1 },
    events: { __op: 'Add', objects: [{ action: 'light', by, at }] },
  }
  try {
    await database.update('Lamp', { objectId: id, state: 'dark' }, change, {})
  } catch (failure) {
    if (failure.code === Parse.Error.OBJECT_NOT_FOUND) throw refused('taken')
    throw failure
  }
  return { ok: true, lamp: lamp.toJSON() }
}

const count = (state) => new Parse.Query('Lamp').equalTo('state', state).count(master)
const counted = async () => {
  const [lit, dark] = await Promise.all([count('lit'), count('dark')])
  return { lit, dark }
}

const pageAfter = async (cursor) => {
  const lamps = await new Parse.Query('Lamp')
    .equalTo('state', 'dark')
    .greaterThan('code', cursor)
    .ascending('code')
    .limit(20)
    .find(master)
  return lamps.map((lamp) => lamp.toJSON())
}

const wallDocumented = async ({ params: { cursor } }) => {
  const [rows, counts] = await Promise.all([pageAfter(cursor), counted()])
  return { ok: true, rows, counts }
}

let kept
let keptAt = 0
const countsOf = () => {
  if (Date.now() - keptAt > KEPT_MS) {
    kept = counted()
    keptAt = Date.now()
  }
  return kept
}

/** Its counts are kept ten seconds, as ours are. */
const wallBest = async ({ params: { cursor } }) => {
  const [rows, counts] = await Promise.all([pageAfter(cursor), countsOf()])
  return { ok: true, rows, counts }
}

export const wall = { lightDocumented, lightBest, wallDocumented, wallBest }
