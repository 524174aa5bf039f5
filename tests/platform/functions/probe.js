/** A function that does what the test asks, to see how it is run. */
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()

let calls = 0
let underWay = 0
const instance = Math.random().toString(36).slice(2)

const ACTIONS = {
  who: (event) => ({ context: cloud.getWXContext(), event }),
  count: () => {
    calls += 1
    return calls
  },
  env: ({ key }) => process.env[key] ?? null,
  clock: () => ({ now: new Date().toISOString(), since: Date.now(), isDate: new Date(0) instanceof Date }),
  fail: () => {
    throw new Error('broken on purpose')
  },
  loop: () => {
    for (;;) Math.random()
  },
  sleep: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve('slept'), ms)),
  exit: () => process.exit(1),
  reject: () => {
    Promise.reject(new Error('nobody waits for this'))
    return new Promise(() => {})
  },
  big: ({ megabytes }) => 'x'.repeat(megabytes * 1024 * 1024),
  grow: async ({ name, kilobytes }) =>
    (await cloud.callFunction({ name, data: { do: 'mark', ms: 0, filling: 'x'.repeat(kilobytes * 1024) } })).result,
  weigh: async ({ name, data }) => (await cloud.callFunction({ name, data })).result.length,
  mark: async ({ ms }) => {
    underWay += 1
    const atOnce = underWay
    await ACTIONS.sleep({ ms })
    underWay -= 1
    return { instance, atOnce }
  },
  print: ({ words }) => console.log(words),
  waits: async ({ together, apart }) => {
    const things = db.collection('things')
    await Promise.all(Array.from({ length: together }, (_, n) => things.doc(`t${n}`).set({ data: { n } })))
    for (let n = 0; n < apart; n++) await things.count()
  },
  callOther: async ({ name, data }) => (await cloud.callFunction({ name, data })).result,
  openapi: async ({ path, input }) => {
    const [group, name] = path.split('.')
    try {
      const { buffer, ...answer } = await cloud.openapi[group][name](input)
      return { ...answer, ...(buffer && { base64: buffer.toString('base64') }) }
    } catch (failure) {
      return { errCode: failure.errCode, errMsg: failure.errMsg }
    }
  },
  put: async ({ path, text }) => (await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) })).fileID,
  read: async ({ fileID }) => {
    try {
      return (await cloud.downloadFile({ fileID })).fileContent.toString()
    } catch (failure) {
      return { errCode: failure.errCode }
    }
  },
  link: async ({ fileID, maxAge }) => (await cloud.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0],
  remove: async ({ fileID }) => (await cloud.deleteFile({ fileList: [fileID] })).fileList[0],
  timer: async (event) => {
    const { TriggerName, Type, Time } = event
    await db.collection('things').add({ data: { TriggerName, Type, Time, source: cloud.getWXContext().SOURCE } })
  },
  rows: async () => (await db.collection('things').get()).data,
}

exports.main = (event) => {
  if (event.Type === 'Timer') return ACTIONS.timer(event)
  if (event.MsgType !== undefined) return db.collection('things').add({ data: { ...event, ...cloud.getWXContext() } })
  return ACTIONS[event.do](event)
}
