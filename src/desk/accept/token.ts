/** An invitation's token: read from the scene of its code or from a hand, and written in breaths of five. */
import { foldTyped } from '../../../domain/kernel/scene'

const LENGTH = 20

/** The scene `i=<token>`, URL-encoded as WeChat hands it over. */
export const tokenInScene = (scene: string): string | undefined => /^i=([0-9A-Z]{20})$/.exec(scene)?.[1]

export const tokenTyped = (typed: string): string | undefined => {
  const token = foldTyped(typed)
  return /^[0-9A-Z]{20}$/.test(token) ? token : undefined
}

/** Says how many signs are missing: a wrong one only the cloud can tell. */
export const mistakeIn = (typed: string): string => {
  const { length } = foldTyped(typed)
  return length === 0 ? '邀请码还没填' : `邀请码是 ${LENGTH} 位，您输了 ${length} 位`
}

export const inBreaths = (token: string): string => token.replace(/(.{5})(?=.)/g, '$1 ')
