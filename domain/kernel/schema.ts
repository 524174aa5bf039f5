/** The few field rules every domain shares. */
import * as v from 'valibot'
import { personal } from './personal'
import { isDay } from './time/day'

/** Made once on the phone for one deed; sending it again changes nothing. */
export const RequestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/, '要一个请求编号'))

export const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[A-Za-z0-9_:.-]+$/, '编号不对'))

/** An instant, ISO 8601 in UTC. */
export const At = v.pipe(v.string(), v.isoTimestamp())

/** A day of the calendar in Shanghai, YYYY-MM-DD. */
export const On = v.pipe(
  v.string('日期还没选'),
  v.isoDate('日期写成 2021-02-09 这样'),
  v.check(isDay, '没有这一天，再看一眼'),
)

/** Where a list goes on; made by the server, read by nobody else. */
export const Cursor = v.pipe(v.string(), v.maxLength(400))

/** `max` is counted in code points, so a rare character is one character. */
export const text = (label: string, max: number) =>
  v.pipe(
    v.string(`${label}要写字`),
    v.trim(),
    v.check((value) => value.length > 0, `${label}还没写`),
    v.check((value) => [...value].length <= max, `${label}最多 ${max} 个字`),
  )

/** A closed list of choices as rows of words. */
export const oneOf = <const K extends string>(rows: Readonly<Record<K, unknown>>, label: string) =>
  v.picklist(Object.keys(rows) as K[], `${label}要选一个`)

export const nothing = v.strictObject({})

/** Why somebody did a thing, in their own words: it may name a person, so it is kept as personal data is. */
export const Reason = v.pipe(text('原因', 60), personal({ label: '原因', isSensitive: false, mask: () => '…' }))
