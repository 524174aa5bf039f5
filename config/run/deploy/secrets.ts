/** What deployment must be told, and is told only through its environment: checked together, one sentence for each lack. */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { Version } from '../../../domain/kernel/version'
import { type KeyRing, readKeyRing } from '../keys'
import { CannotGoOn } from '../say'

export type Part = 'cloud' | 'mini-program'
export type Account = {
  readonly secretId: string
  readonly secretKey: string
  readonly token?: string
  readonly envId: string
}
export type Secrets = {
  readonly account: Account
  readonly ring: KeyRing | undefined
  /** The templates phones ask leave for. */
  readonly templates: readonly string[]
  /** Of every name the functions ask for, but the ring, which is merged with the one that stands. */
  readonly env: Readonly<Record<string, string>>
}

export const RING = 'NUANHU_KEYS'
const OLDEST = 'NUANHU_OLDEST_CLIENT'
const TEMPLATE = 'NUANHU_NOTICE_TEMPLATE'

type Given = Readonly<Record<string, string | undefined>>
/** A name, what it is, and what its value must look like. */
type Need = { readonly name: string; readonly is: string; readonly isGood?: (value: string) => boolean }

const isRing = (text: string): boolean => {
  try {
    const { encrypt } = readKeyRing(text)
    return encrypt.keys[encrypt.current] !== undefined
  } catch {
    return false
  }
}

const isKeyFile = (path: string): boolean => {
  try {
    return readFileSync(path, 'utf8').includes('PRIVATE KEY')
  } catch {
    return false
  }
}

const ofCloud: readonly Need[] = [
  { name: 'TENCENTCLOUD_SECRETID', is: 'the id of an API key of the Tencent Cloud account the environment belongs to' },
  { name: 'TENCENTCLOUD_SECRETKEY', is: 'the secret of that API key' },
]

const ofMiniProgram: readonly Need[] = [
  { name: 'WECHAT_APPID', is: 'the app id, wx and 16 signs', isGood: (id) => /^wx[0-9a-f]{16}$/.test(id) },
  { name: 'WECHAT_UPLOAD_KEY', is: 'the file with the code upload key from the console', isGood: isKeyFile },
  { name: 'NOTICE_TEMPLATE_IDS', is: 'the ids of the notice templates, parted by commas' },
]

const ofFunctions: Readonly<Record<string, Omit<Need, 'name'>>> = {
  [RING]: { is: 'the key ring, JSON as npm run cloud makes it', isGood: isRing },
  [TEMPLATE]: { is: 'the id of the template notices are sent with' },
  [OLDEST]: { is: 'the oldest release still served, such as 0.1.0', isGood: (text) => v.is(Version, text) },
}

const needsOf = (parts: readonly Part[], envNames: readonly string[]): readonly Need[] => [
  { name: 'CLOUD_ENV', is: 'the id of the cloud environment' },
  ...(parts.includes('cloud')
    ? [...ofCloud, ...envNames.map((name) => ({ name, is: 'a variable the functions ask for', ...ofFunctions[name] }))]
    : []),
  ...(parts.includes('mini-program') ? ofMiniProgram : []),
]

const lackOf =
  (given: Given) =>
  ({ name, is, isGood = () => true }: Need): string[] => {
    const value = given[name] ?? ''
    if (value === '') return [`${name} is not set: ${is}.`]
    return isGood(value) ? [] : [`${name} is not ${is}.`]
  }

/** A phone asks leave for the templates it was built with, and the cloud sends with its own: they must be the same. */
const templateLack = (given: Given, parts: readonly Part[]): string[] => {
  const { [TEMPLATE]: sent = '', NOTICE_TEMPLATE_IDS: asked = '' } = given
  if (parts.length < 2 || sent === '' || asked === '' || asked.split(',').includes(sent)) return []
  return [`NOTICE_TEMPLATE_IDS does not hold the id in ${TEMPLATE}: phones would ask leave for another notice.`]
}

export function readSecrets(given: Given, parts: readonly Part[], envNames: readonly string[]): Secrets {
  const lacks = [...needsOf(parts, envNames).flatMap(lackOf(given)), ...templateLack(given, parts)]
  if (lacks.length > 0) throw new CannotGoOn(lacks.join('\n'))
  const { CLOUD_ENV = '', TENCENTCLOUD_SECRETID = '', TENCENTCLOUD_SECRETKEY = '', TENCENTCLOUD_SESSIONTOKEN } = given
  const token = TENCENTCLOUD_SESSIONTOKEN ? { token: TENCENTCLOUD_SESSIONTOKEN } : {}
  const settings = envNames.filter((name) => name !== RING).map((name) => [name, given[name] ?? ''])
  return {
    account: { envId: CLOUD_ENV, secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY, ...token },
    ring: envNames.includes(RING) && parts.includes('cloud') ? readKeyRing(given[RING]) : undefined,
    templates: (given.NOTICE_TEMPLATE_IDS ?? '').split(',').filter((id) => id !== ''),
    env: Object.fromEntries(settings),
  }
}
