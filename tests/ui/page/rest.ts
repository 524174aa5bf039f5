/** What moves comes to rest, and looks the same for whoever has motion switched off; nothing is asked of another host. */
import { nameOf, seen } from './seen'

const endless = (): string[] =>
  document
    .getAnimations()
    .filter(({ effect }) => effect?.getTiming().iterations === Number.POSITIVE_INFINITY)
    .map(() => 'something moves without end')

const standing = (): string[] =>
  seen('[class*="nh-"],[class*="home-"],[class*="desk-"],[class*="card-"]').map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const { opacity, color, backgroundColor } = getComputedStyle(element)
    return [nameOf(element), ...[x, y, width, height].map(Math.round), opacity, color, backgroundColor].join(' ')
  })

const finish = (): void => {
  for (const animation of document.getAnimations()) animation.finish()
}

/** Ends every movement, then looks whether without movement the page ends in the same place. */
export function settles(): string[] {
  const loops = endless()
  if (loops.length > 0) return loops
  finish()
  const moved = standing()
  const still = document.createElement('style')
  still.textContent = '*,*::before,*::after{animation:none!important;transition:none!important}'
  document.head.append(still)
  const unmoved = standing()
  still.remove()
  /** Allowed to move again, what has come in once would come in a second time. */
  finish()
  return moved.filter((line, at) => line !== unmoved[at]).map((line) => `ends elsewhere without motion: ${line}`)
}

/** What lies in the cloud has a temporary link of its own, wherever the cloud is. */
const isTemporaryLink = ({ hostname, pathname }: URL): boolean =>
  hostname === '127.0.0.1' && pathname.startsWith('/file/')

const hosts = (): string[] =>
  performance.getEntriesByType('resource').flatMap(({ name }) => {
    const url = new URL(name)
    if (isTemporaryLink(url)) return []
    const { protocol, host } = url
    const isFont = /\.(woff2?|ttf|otf|eot)(\?|$)/.test(name)
    return [
      ...(protocol.startsWith('http') && host !== location.host ? [`asks another host: ${host}`] : []),
      ...(isFont ? [`brings a font: ${name}`] : []),
    ]
  })

/** Taro's own sheet declares one and draws nothing with it. */
const fonts = (): string[] =>
  [...document.fonts].filter(({ status }) => status !== 'unloaded').map(({ family }) => `draws with a font: ${family}`)

export const keepsToItself = (): string[] => [...hosts(), ...fonts()]
