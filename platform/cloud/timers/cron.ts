/** The timer expressions of 云开发: seven fields (second minute hour day month weekday year), in Asia/Shanghai. */
import { StartError } from '../errors'

const SHANGHAI_MS = 8 * 3_600_000
const RANGES = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
] as const

export type Cron = ReadonlySet<number>[]

export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 7) throw new StartError(`The timer "${text}" must have seven fields.`)
  return fields.map((field, position) => {
    const [low, high] = RANGES[position] ?? [0, 0]
    const allowed = new Set(field.split(',').flatMap((part) => expand(part, low, high)))
    if (allowed.size === 0) throw new StartError(`The timer "${text}" cannot be read at "${field}".`)
    return allowed
  })
}

function expand(part: string, low: number, high: number): number[] {
  const match = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part)
  if (!match) return []
  const [, every, from, to, step] = match
  const first = every ? low : Number(from)
  const last = every || (step && !to) ? high : Number(to ?? from)
  const numbers: number[] = []
  for (let number = first; number <= last; number += Number(step ?? 1) || 1) numbers.push(number)
  return first < low || last > high ? [] : numbers
}

const matchesDay = (cron: Cron, local: Date): boolean =>
  Boolean(
    cron[3]?.has(local.getUTCDate()) &&
      cron[4]?.has(local.getUTCMonth() + 1) &&
      cron[5]?.has(local.getUTCDay()) &&
      cron[6]?.has(local.getUTCFullYear()),
  )

/** Whether the timer was due in (after, until]; days are skipped whole, so long gaps stay cheap. */
export function wasDue(cron: Cron, after: Date, until: Date): boolean {
  let at = Math.floor(after.getTime() / 1000) * 1000 + 1000 + SHANGHAI_MS
  const end = until.getTime() + SHANGHAI_MS
  while (at <= end) {
    const local = new Date(at)
    if (!matchesDay(cron, local)) at = Math.floor(at / 86_400_000 + 1) * 86_400_000
    else if (!cron[2]?.has(local.getUTCHours())) at = Math.floor(at / 3_600_000 + 1) * 3_600_000
    else if (!cron[1]?.has(local.getUTCMinutes())) at = Math.floor(at / 60_000 + 1) * 60_000
    else if (!cron[0]?.has(local.getUTCSeconds())) at += 1000
    else return true
  }
  return false
}
