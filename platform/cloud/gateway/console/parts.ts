/** What the console shows, each part as the JSON it is asked for. */
import { ENV_ID } from '../../functions'
import type { GatewayParts } from '../server'

const SHOWN = 200

/** The newest first. */
const newest = <T>(rows: readonly T[]): T[] => rows.slice(-SHOWN).reverse()

export const PARTS = {
  cloud: ({ clock, faults }: GatewayParts) => ({
    env: ENV_ID,
    now: clock.now().toISOString(),
    isClockSet: clock.fixedAt() !== undefined,
    faults: faults.list().length,
  }),
  collections: ({ database }: GatewayParts) => database.counts(),
  functions: ({ functions }: GatewayParts) =>
    Object.fromEntries(functions.names().map((name) => [name, functions.declared(name)])),
  calls: ({ functions }: GatewayParts) => newest(functions.calls),
  notices: ({ notices }: GatewayParts) => newest(notices.sent()),
  links: ({ links }: GatewayParts) => links.list(),
  files: ({ storage }: GatewayParts) => storage.list(),
  timers: ({ timers }: GatewayParts) => timers.list(),
  faults: ({ faults }: GatewayParts) => faults.list(),
  people: ({ functions, notices, people, phones }: GatewayParts) => {
    const seen = functions.seen()
    const openids = new Set([...people.map(({ openid }) => openid), ...phones.openids(), ...Object.keys(seen)])
    return [...openids].slice(-SHOWN).map((openid) => ({
      openid,
      ...people.find((one) => one.openid === openid),
      phone: phones.phoneOf(openid),
      seenAt: seen[openid],
      isSwitchedOn: notices.isSwitchedOn(openid),
    }))
  },
  log: ({ log }: GatewayParts) => newest(log.lines),
} as const satisfies Record<string, (parts: GatewayParts) => unknown>
