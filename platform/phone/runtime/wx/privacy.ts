/** WeChat's privacy guide: until it is agreed to, the calls that touch somebody's privacy refuse. */
import { appData } from '../app-data'
import { askPrivacy } from '../layer/consent'
import { showWords } from '../layer/shown'
import { ApiFailure, asyncApis, isObject } from './define'
import { phoneStorage } from './phone-storage'
import { register } from './registry'

const CONTRACT = '《用户隐私保护指引》'
const GUIDE = '这里是小程序在微信后台填写的隐私保护指引。'
const REFUSED = 'privacy permission is not authorized'
const NOT_AUTHORIZED = { errno: 104 }

type Resolve = (told: unknown) => void
type Listener = (resolve: Resolve, asked: { referrer: string }) => void

let listener: Listener | undefined
let asking: Promise<boolean> | undefined
/** The app's own agree buttons that were tapped. */
const tapped = new Set<string>()

const isChecked = (): boolean => appData.appJson.__usePrivacyCheck__ === true
const isAgreed = (): boolean => !isChecked() || phoneStorage.read('privacy') === 'agreed'
const agree = (): void => phoneStorage.write('privacy', 'agreed')

/** A button of open-type agreePrivacyAuthorization was tapped. */
export function agreeToPrivacy(buttonId: string): void {
  tapped.add(buttonId)
  agree()
}

/** The app shows its own guide and says how it ended; an agreement counts only with its button tapped. */
const askThroughApp = (ask: Listener, referrer: string): Promise<boolean> =>
  new Promise((resolve) => {
    ask(
      (told) => {
        const { event, buttonId } = isObject(told) ? told : {}
        if (event === 'agree') resolve(tapped.has(String(buttonId)))
        if (event === 'disagree') resolve(false)
      },
      { referrer },
    )
  })

async function asked(referrer: string): Promise<boolean> {
  const isWilling = await (listener ? askThroughApp(listener, referrer) : askPrivacy(CONTRACT))
  if (isWilling) agree()
  return isWilling
}

/** Several calls at once ask once. */
export async function authorizePrivacy(referrer: string): Promise<void> {
  if (isAgreed()) return
  asking ??= asked(referrer).finally(() => {
    asking = undefined
  })
  if (!(await asking)) throw new ApiFailure(REFUSED, NOT_AUTHORIZED)
}

register({
  onNeedPrivacyAuthorization: (given: Listener) => {
    listener = given
  },
  ...asyncApis({
    requirePrivacyAuthorize: () => authorizePrivacy('requirePrivacyAuthorize'),
    getPrivacySetting: () => ({ needAuthorization: !isAgreed(), privacyContractName: CONTRACT }),
    openPrivacyContract: () => void showWords(CONTRACT, GUIDE),
  }),
})
