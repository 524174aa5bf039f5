/** MongoDB's regular expressions, written for PCRE, as the ones of this language. */
import { fail, messageOf, refuse } from '../errors'

/** What both know. `x` is taken out of the pattern, `g` means nothing to a test, `u` is a matter of this language alone. */
const OPTIONS = 'imsxgu'

/** Escapes PCRE knows and this language would read as plain letters. */
const FOREIGN = /^(?:[^\\]|\\[^AEGHKQRXZCaeghz])*?(\\[AEGHKQRXZCaeghz]|\[\[:)/

export function readPattern(pattern: string, options: string): RegExp {
  const inline = /^\(\?([imsx]+)\)/.exec(pattern)
  const all = [...new Set(options + (inline?.[1] ?? ''))].sort()
  const unknown = all.find((option) => !OPTIONS.includes(option))
  if (unknown) throw refuse(`The regular expression option "${unknown}"`)
  const body = inline ? pattern.slice(inline[0].length) : pattern
  const foreign = FOREIGN.exec(body)?.[1]
  if (foreign) throw refuse(`${foreign} in a regular expression`)
  const flags = all.filter((option) => 'ims'.includes(option)).join('')
  return compiled(all.includes('x') ? withoutSpace(body) : body, flags)
}

/** By whole characters, as PCRE does; what only reads without, such as a needless backslash, goes by UTF-16 units. */
function compiled(body: string, flags: string): RegExp {
  try {
    return new RegExp(body, `${flags}u`)
  } catch {
    try {
      return new RegExp(body, flags)
    } catch (failure) {
      throw fail(`Regular expression is invalid: ${messageOf(failure)}`)
    }
  }
}

/** `{ $regex, $options }`, either of them as text. */
export function patternOf(pattern: unknown, options: unknown): RegExp {
  if (!(pattern instanceof RegExp)) return readPattern(String(pattern), typeof options === 'string' ? options : '')
  return typeof options === 'string' ? readPattern(sourceOf(pattern), options) : pattern
}

/** Option `x`: blanks and comments do not count, unless escaped or in a class. */
const withoutSpace = (pattern: string): string =>
  pattern.replace(/(\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\])|\s+|#[^\n]*/g, (_all, kept: string | undefined) => kept ?? '')

export const optionsOf = (pattern: RegExp): string => pattern.flags.replace(/[ug]/g, '')

/** The pattern as it was written: this language escapes slashes and writes an empty pattern as a group. */
export const sourceOf = (pattern: RegExp): string =>
  pattern.source === '(?:)' ? '' : pattern.source.replace(/\\(\/|[\s\S])/g, (all, next) => (next === '/' ? '/' : all))

/** The text every match begins with, or undefined when the pattern does not say; an index can find it as a range. */
export function prefixOf(pattern: RegExp): string | undefined {
  if (pattern.flags.replace(/[su]/g, '') !== '') return undefined
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+)/.exec(sourceOf(pattern))?.[1]
  if (literal === undefined || sourceOf(pattern).includes('|')) return undefined
  const rest = sourceOf(pattern).slice(1 + literal.length)
  const sure = /^[*?{]/.test(rest) ? literal.replace(/\\?.$/su, '') : literal
  return sure.replace(/\\(.)/g, '$1') || undefined
}
