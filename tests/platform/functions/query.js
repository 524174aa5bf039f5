/** A function that asks what the test asks: `where` may name operators of db.command by `{ op: [name, …arguments] }`. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const _ = db.command

const built = (value) => {
  if (Array.isArray(value)) return value.map(built)
  if (typeof value !== 'object' || value === null) return value
  if (value.op) return _[value.op[0]](...value.op.slice(1).map(built))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, built(one)]))
}

const ACTS = {
  find: (query) => query.get(),
  count: (query) => query.count(),
  update: (query) => query.update({ data: { seen: true } }),
  remove: (query) => query.remove(),
}

const pipeline = (where, order, lookup) => {
  const ways = Object.fromEntries(order.map(([key, way]) => [key, way === 'asc' ? 1 : -1]))
  const matched = db.collection('things').aggregate().match(where)
  const sorted = order.length > 0 ? matched.sort(ways) : matched
  return (lookup ? sorted.lookup({ as: 'found', from: 'things', ...lookup }) : sorted).end()
}

exports.main = async ({ act, where = {}, order = [], lookup }) => {
  const filter = built(where)
  const query = order.reduce((one, [key, way]) => one.orderBy(key, way), db.collection('things').where(filter))
  try {
    await (act === 'aggregate' ? pipeline(filter, order, lookup) : ACTS[act](query))
    return 'served'
  } catch (failure) {
    return failure.errMsg
  }
}
