/** What a command was asked for on its line, or one sentence about what it does not understand. */
import { resolve } from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { CannotGoOn, messageOf } from './say'

/** Commands are run by npm from the root of the repository. */
export const root = process.cwd()

export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(options: T) {
  try {
    return parseArgs({ options, allowPositionals: false }).values
  } catch (failure) {
    throw new CannotGoOn(messageOf(failure))
  }
}

export function readPort(text: string, option = '--port'): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new CannotGoOn(`${option} ${text} is not a port: give a number from 0 to 65535.`)
}

export const dataFolder = (text: string): string => resolve(root, text)
