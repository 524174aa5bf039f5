/** Service notices: a new one comes as a banner, all of them stand in a list; a tap opens the page it names. */
import { type ServiceNotice, watchNotices as watchHost } from '../host'
import { layerElement, make, pressable } from './make'
import { present } from './sheets'

const BANNER_MS = 6000

const all: ServiceNotice[] = []
let banner: { element: HTMLElement; timer: ReturnType<typeof setTimeout>; notice: ServiceNotice } | undefined

/** The address outside of the app, as a notice in WeChat opens it; the page may be the one that is open. */
function open({ page }: ServiceNotice): void {
  hideBanner()
  if (page === undefined) return
  const address = `#/${page}`
  if (location.hash === address) dispatchEvent(new HashChangeEvent('hashchange'))
  else location.hash = address
}

function hideBanner(): void {
  clearTimeout(banner?.timer)
  banner?.element.remove()
  banner = undefined
}

const rowsOf = ({ rows }: ServiceNotice): HTMLElement[] =>
  rows.map(({ label, value }) => make('span', { class: 'notice-row' }, make('b', {}, label), value))

const cardOf = (notice: ServiceNotice, press: () => void): HTMLElement => {
  const card = pressable('', 'notice-card', press, make('strong', {}, notice.title), ...rowsOf(notice))
  card.append(make('time', {}, new Date(notice.at).toLocaleString('zh-CN')))
  return card
}

function showBanner(notice: ServiceNotice): void {
  hideBanner()
  const element = make(
    'div',
    { class: 'notice-banner', role: 'alert' },
    cardOf(notice, () => open(notice)),
  )
  layerElement().append(element)
  banner = { element, notice, timer: setTimeout(hideBanner, BANNER_MS) }
}

export function showNotices(): Promise<undefined> {
  return present({ name: 'notices', label: '服务通知', place: 'full' }, (settle) => {
    const newest = [...all].reverse()
    const press = (notice: ServiceNotice): void => {
      settle(undefined)
      open(notice)
    }
    const none = all.length > 0 ? [] : [make('p', { class: 'sheet-words' }, '还没有通知。')]
    const close = (): void => settle(undefined)
    return {
      body: [
        make('h2', { class: 'sheet-title' }, '服务通知'),
        ...none,
        ...newest.map((notice) => cardOf(notice, () => press(notice))),
      ],
      buttons: { cancel: { words: '关上', kind: 'row', press: close } },
      answer: ({ index }) => {
        const notice = index === undefined ? undefined : newest[index]
        if (notice) press(notice)
        return notice !== undefined
      },
      leave: close,
    }
  })
}

/** The notices that came, the newest last. */
export const notices = (): readonly ServiceNotice[] => all

/** Taps the banner that is shown. */
export function openBanner(): void {
  if (!banner) throw new Error('no notice is shown')
  open(banner.notice)
}

export const watchNotices = (): void =>
  watchHost((notice, isNew) => {
    if (all.some(({ id }) => id === notice.id)) return
    all.push(notice)
    if (isNew) showBanner(notice)
  })
