/** The code on a poster: `s=<10 site code>.<2 check>.<1 version>`, read by the phone with no database behind it (DOMAIN.md §2.1). */
import { AppError } from './errors'

/** Crockford's base 32: no I, L, O, U to mistake on a wet poster. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const SITE_CODE_LENGTH = 10
export const MAX_CODE_VERSION = alphabet.length - 1

export type SiteCode = { readonly code: string; readonly version: number }

const indexIn = (character: string): number => alphabet.indexOf(character)

/** Two characters, modulo the prime 1021: every single wrong sign and every swap of neighbours is seen. */
const checkOf = (code: string, version: number): string => {
  const signs = [...code, alphabet[version] ?? '']
  const weighted = signs.reduce((sum, sign, place) => sum + (indexIn(sign) + 1) * (place * 2 + 3), 0) % 1021
  return `${alphabet[weighted >> 5] ?? ''}${alphabet[weighted & 31] ?? ''}`
}

/** What a hand types: people read O for 0, I and L for 1, and put spaces and dashes where they breathe. */
export const foldTyped = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

export const sceneOf = ({ code, version }: SiteCode): string =>
  `s=${code}.${checkOf(code, version)}.${alphabet[version] ?? ''}`

/** The number under the code on the poster, in breaths of four and five: code, check and version. */
export const printedCode = (site: SiteCode): string =>
  sceneOf(site)
    .slice(2)
    .replaceAll('.', '')
    .replace(/^(.{5})(.{5})(.{3})$/, '$1 $2 $3')

const read = (body: string): SiteCode => {
  const match = /^([0-9A-HJKMNP-TV-Z]{10})\.?([0-9A-HJKMNP-TV-Z]{2})\.?([0-9A-HJKMNP-TV-Z])$/.exec(body)
  if (!match) throw new AppError('CODE_DAMAGED')
  const [, code = '', check, sign = ''] = match
  const version = indexIn(sign)
  if (checkOf(code, version) !== check) throw new AppError('CODE_DAMAGED')
  return { code, version }
}

/**
 * A scanned scene. Throws CODE_FOREIGN for what was never ours, CODE_DAMAGED for what is ours and cannot be read.
 * The check finds damage; whether the site exists and the version still holds is the server's word.
 */
export const readScene = (scene: string): SiteCode => {
  if (scene.length > 32 || scene.includes('%') || !scene.startsWith('s=')) throw new AppError('CODE_FOREIGN')
  return read(scene.slice(2))
}

/** A number typed by hand from under the code. */
export const readPrintedCode = (typed: string): SiteCode => read(foldTyped(typed))
