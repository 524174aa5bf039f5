/** What a phone asks its owner before an app may have it: the number, notices, the privacy guide, an album. */
import { make } from './make'
import { present, type SheetButton } from './sheets'

export const ALLOW = '允许'
export const REFUSE = '拒绝'

interface Asking {
  name: string
  title: string
  words: string
  allow?: string
  refuse?: string
  extra?: Node[]
}

/** Two buttons and nothing between them: a tap beside the sheet is no answer. */
function ask({ name, title, words, allow = ALLOW, refuse = REFUSE, extra = [] }: Asking): Promise<boolean> {
  return present({ name, label: title, place: 'foot' }, (settle) => {
    const refusing: SheetButton = { words: refuse, kind: 'no', press: () => settle(false) }
    const allowing: SheetButton = { words: allow, kind: 'yes', press: () => settle(true) }
    return {
      body: [make('h2', { class: 'sheet-title' }, title), make('p', { class: 'sheet-words' }, words), ...extra],
      buttons: { refuse: refusing, allow: allowing },
      answer: ({ button }) => {
        if (button === 'cancel') settle(false)
        if (button === 'confirm') settle(true)
        return button === 'cancel' || button === 'confirm'
      },
    }
  })
}

export const askPhoneNumber = (): Promise<boolean> =>
  ask({ name: 'phone-number', title: '申请获取您的手机号', words: '这个小程序想知道您微信绑定的手机号。' })

export const askPrivacy = (contract: string): Promise<boolean> =>
  ask({
    name: 'privacy',
    title: '用户隐私保护提示',
    words: `使用前，先看看${contract}。您同意后，小程序才能用手机号、相册、文件这些功能。`,
    allow: '同意',
  })

const SCOPES: Record<string, string> = {
  'scope.writePhotosAlbum': '把图片存进您的相册',
  'scope.userLocation': '知道您在哪里',
  'scope.camera': '使用您的摄像头',
  'scope.record': '使用您的麦克风',
}

export const askScope = (scope: string): Promise<boolean> =>
  ask({ name: 'permission', title: '权限申请', words: `这个小程序想${SCOPES[scope] ?? scope}。` })

/** The templates that were ticked; none when it was refused. */
export function askSubscribe(templates: readonly { id: string; title: string }[]): Promise<string[]> {
  return present({ name: 'subscribe', label: '接收通知', place: 'foot' }, (settle) => {
    const ticks = templates.map(({ id, title }) => {
      const tick = make('input')
      tick.type = 'checkbox'
      tick.checked = true
      tick.value = id
      return { tick, row: make('label', { class: 'sheet-tick' }, tick, title) }
    })
    const ticked = (): string[] => ticks.filter(({ tick }) => tick.checked).map(({ tick }) => tick.value)
    const refuse = (): void => settle([])
    const allow = (): void => settle(ticked())
    return {
      body: [
        make('h2', { class: 'sheet-title' }, '小程序想给您发通知'),
        make('p', { class: 'sheet-words' }, '每条只发一次，到“服务通知”里看。'),
        ...ticks.map(({ row }) => row),
      ],
      buttons: {
        refuse: { words: '取消', kind: 'no', press: refuse },
        allow: { words: ALLOW, kind: 'yes', press: allow },
      },
      answer: ({ button, value }) => {
        if (Array.isArray(value)) settle(value.map(String))
        else if (button === 'cancel') refuse()
        else if (button === 'confirm') allow()
        else return false
        return true
      },
    }
  })
}
