/** What opens behind the three dots at the top right: sharing, notices, settings, the size of letters. */
import { fontScale, setFontScale } from '../wx/device'
import { openSettings } from '../wx/settings'
import { offers, sharePage, sharePageWithAll } from '../wx/share'
import { startAgain } from '../wx/start-again'
import { askAction } from './modal'
import { showNotices } from './notices'

const SCALES: readonly (readonly [words: string, scale: number])[] = [
  ['标准字号', 1],
  ['大字号', 1.15],
  ['最大字号', 1.4],
]

/** WeChat starts an app anew with letters of another size. */
async function chooseLetters(): Promise<void> {
  const now = fontScale()
  const at = await askAction(
    SCALES.map(([words, scale]) => (scale === now ? `${words} ✓` : words)),
    '微信里的字体大小',
  )
  const chosen = at === undefined ? undefined : SCALES[at]?.[1]
  if (chosen === undefined || chosen === now) return
  setFontScale(chosen)
  await startAgain()
}

type Row = readonly [words: string, open: () => Promise<unknown>]

const rows = (): readonly Row[] => [
  ...(offers('shareAppMessage') ? [['发送给朋友', () => sharePage('menu')] as const] : []),
  ...(offers('shareTimeline') ? [['分享到朋友圈', sharePageWithAll] as const] : []),
  ['服务通知', showNotices],
  ['设置', openSettings],
  ['字体大小', chooseLetters],
]

async function openMenu(): Promise<void> {
  const offered = rows()
  const at = await askAction(
    offered.map(([words]) => words),
    '',
  )
  if (at !== undefined) await offered[at]?.[1]()
}

export function watchCapsule(): void {
  const capsule = document.getElementById('wx-capsule')
  if (!capsule) return
  capsule.removeAttribute('aria-hidden')
  capsule.setAttribute('role', 'button')
  capsule.setAttribute('aria-label', '更多')
  capsule.tabIndex = 0
  capsule.addEventListener('click', () => void openMenu())
  capsule.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') void openMenu()
  })
}
