/** The phone around the app: the bar with its way back, and the measures WeChat tells. */

import { appData } from './app-data'
import { elementById, stack } from './pages'
import { routes } from './routes'

export const STATUS_BAR_HEIGHT = 24
export const BAR_HEIGHT = 44
/** The pill at the top right that WeChat draws over every page. */
export const CAPSULE = { width: 87, height: 32, top: STATUS_BAR_HEIGHT + 6, right: 10 } as const

const goBack = (): void => {
  if (stack.length > 1) void routes.navigateBack()
}
const goFirst = (): void => void routes.reLaunch({ url: `/${appData.pages[0]}` })

/** `vh` in the app's styles is the page's height, which the bar makes smaller. */
function measure(): void {
  document.documentElement.style.setProperty('--page-vh', `${elementById('wx-pages').clientHeight / 100}px`)
}

export function watchFrame(): void {
  elementById('wx-bar-back').addEventListener('click', goBack)
  elementById('wx-bar-home').addEventListener('click', goFirst)
  new ResizeObserver(measure).observe(elementById('wx-pages'))
  measure()
}
