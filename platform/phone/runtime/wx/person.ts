/** What takes the owner of the phone: scanning, calling, the clipboard, logging in. */

import { base64Of } from '../layer/pictures'
import { askCode } from '../layer/scan'
import { askCall } from '../layer/shown'
import { showToast } from '../layer/toast'
import { asyncApis, cancelled, needed, numberIn, type Options } from './define'
import { authorizePrivacy } from './privacy'
import { register } from './registry'

/** A mini-program's own code says page and scene, which WeChat hands over as a path. */
const PATH = /^weapp:\/\/([^?]*)(\?.*)?$/

async function scanCode({ onlyFromCamera }: Options): Promise<object> {
  const said = await askCode(onlyFromCamera === true)
  if (said === undefined) throw cancelled()
  const [isOwn, page = '', query = ''] = PATH.exec(said) ?? []
  const rawData = base64Of(new TextEncoder().encode(said))
  const scanType = isOwn === undefined ? 'QR_CODE' : 'WX_CODE'
  const result = isOwn === undefined ? said : ''
  return { result, scanType, charSet: 'UTF-8', rawData, ...(isOwn !== undefined && { path: `${page}${query}` }) }
}

async function call(options: Options): Promise<void> {
  if (!(await askCall(needed(options, 'phoneNumber')))) throw cancelled()
}

let clipboard = ''

async function copy(options: Options): Promise<void> {
  const text = needed(options, 'data')
  await authorizePrivacy('setClipboardData')
  clipboard = text
  void navigator.clipboard?.writeText(text).catch(() => undefined)
  showToast({ title: '内容已复制', icon: 'success', hasMask: false, durationMs: 1500 })
}

async function paste(): Promise<object> {
  await authorizePrivacy('getClipboardData')
  return { data: clipboard }
}

const randomText = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')

register(
  asyncApis({
    scanCode,
    makePhoneCall: call,
    setClipboardData: copy,
    getClipboardData: paste,
    login: () => ({ code: randomText() }),
    checkSession: () => undefined,
    getRandomValues: (options) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(numberIn(options, 'length', 0))).buffer,
    }),
    getUserProfile: () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: '' } }),
  }),
)
