/** Only Date follows a test's clock; timers and sockets keep real time. */
const RealDate = Date
let fixedAt

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, made) =>
    values.length === 0 && fixedAt !== undefined
      ? new target(fixedAt)
      : Reflect.construct(target, values, made === globalThis.Date ? target : made),
  apply: (target) => (fixedAt === undefined ? target() : new target(fixedAt).toString()),
  get: (target, key) => (key === 'now' && fixedAt !== undefined ? () => fixedAt : Reflect.get(target, key)),
})

exports.setClock = (at) => {
  fixedAt = at
}
