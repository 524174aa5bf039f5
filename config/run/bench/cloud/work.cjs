/** The work of the bench as a cloud function writes it: the unmodified SDK, one conditional update, one unique index. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const lamps = cloud.database({ throwOnNotFound: false }).collection('lamps')
const _ = cloud.database().command

const claim = async ({ id }) => {
  const { OPENID: by } = cloud.getWXContext()
  const event = { action: 'light', by, at: new Date().toISOString() }
  const data = { state: 'lit', by, version: _.inc(1), events: _.push([event]) }
  const { stats } = await lamps.where({ _id: id, state: 'dark' }).update({ data })
  return { ok: stats.updated === 1 }
}

const insert = async ({ code, place, at, words }) => {
  await lamps.add({ data: { _id: `new-${code}`, code, place, at, words, state: 'dark', version: 0, events: [] } })
  return { ok: true }
}

const list = async ({ place }) => {
  const { data } = await lamps.where({ place }).orderBy('at', 'desc').limit(20).get()
  return { ok: data.length > 0, rows: data }
}

const get = async ({ id }) => ({ ok: (await lamps.doc(id).get()).data !== null })

const WORK = { claim, insert, list, get }

exports.main = ({ work, ...input }) => WORK[work](input)
