/** Makes the letters of an open page larger where it stands, as the app does when its owner chooses another size. */
import type { Page } from 'playwright-core'
import type { TextSize } from '../../src/ui/look'

/** As `src/ui/look.ts` has them; a test of the screens holds the two together. */
export const looks = {
  standard: 'nh',
  large: 'nh large',
  largest: 'nh largest still',
} as const satisfies Record<TextSize, string>

export const grow = (page: Page, size: TextSize): Promise<void> =>
  page.evaluate((look) => {
    for (const scroller of document.querySelectorAll('.page-scroller,.nh-sheet__body')) scroller.scrollTop = 0
    for (const screen of document.querySelectorAll('.nh-screen')) screen.className = `${look} nh-screen`
  }, looks[size])
