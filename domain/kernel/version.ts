/** Which release of the mini-program speaks: three numbers, compared one after the other. */
import * as v from 'valibot'

export const Version = v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'a version is three numbers, 0.1.0'))

export const isOlder = (version: string, than: string): boolean => {
  const [mine, theirs] = [version, than].map((text) => text.split('.').map(Number))
  const step = (mine ?? []).findIndex((part, place) => part !== theirs?.[place])
  return step >= 0 && (mine?.[step] ?? 0) < (theirs?.[step] ?? 0)
}
