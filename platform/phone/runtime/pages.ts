/** The pages that are open, the one in front last, each with a box of its own and the bar above it. */
import { appData } from './app-data'
import { associated, space } from './engine'
import { loadComponent } from './modules'
import { stylesOf, turnStyles } from './styling'

export interface Caller {
  data: Record<string, unknown>
  setData(data: Record<string, unknown>, done?: () => void): void
  [member: string]: unknown
}

export interface Bar {
  title: string
  background: string
  /** Of the text: 'black' or 'white'. */
  front: string
  isCustom: boolean
}

export interface OpenPage {
  id: number
  route: string
  query: Record<string, string>
  caller: Caller
  root: ReturnType<typeof associated.createRoot>
  box: HTMLElement
  scroller: HTMLElement
  bar: Bar
  isReady: boolean
}

export const stack: OpenPage[] = []

export const topPage = (): OpenPage => {
  const page = stack.at(-1)
  if (!page) throw new Error('no page is open')
  return page
}

export const isTab = (route: string): boolean =>
  appData.appJson.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)

function barOf(route: string): Bar {
  const window: Record<string, unknown> = { ...appData.appJson.window, ...appData.jsons[route] }
  return {
    title: text(window.navigationBarTitleText, ''),
    background: text(window.navigationBarBackgroundColor, '#000000'),
    front: text(window.navigationBarTextStyle, 'white'),
    isCustom: window.navigationStyle === 'custom',
  }
}

const part = (className: string): HTMLElement => {
  const made = document.createElement('div')
  made.className = className
  return made
}

export const elementById = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the frame has no #${id}`)
  return found
}

/** Where the web view lies that an element stands in: WeChat counts from its corner, below the bar, and not from the screen's. */
export const frameOf = (box: Element): DOMRect => (box.closest('.page-box') ?? topPage().box).getBoundingClientRect()

/** What scrolls when the page does that an element stands in. */
export const scrollerOf = (box: Element): Element => box.closest('.page-scroller') ?? topPage().scroller

/** Calls a lifecycle method; what it throws is the app's error, not ours. */
export function tell(page: OpenPage, method: string, ...given: unknown[]): unknown {
  const called = page.caller[method]
  if (typeof called !== 'function') return undefined
  try {
    return called.apply(page.caller, given)
  } catch (failure) {
    reportError(failure)
    return undefined
  }
}

const REACH_BOTTOM = 50

function watchScroll(page: OpenPage): void {
  const { scroller, route } = page
  const asked = appData.jsons[route]?.onReachBottomDistance
  const distance = typeof asked === 'number' ? asked : REACH_BOTTOM
  /** How high the page was when its end was told; higher, it has another one. */
  let toldAt = -1
  scroller.addEventListener('scroll', () => {
    tell(page, 'onPageScroll', { scrollTop: scroller.scrollTop })
    const isLow = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= distance
    const isNew = isLow && toldAt !== scroller.scrollHeight
    toldAt = isLow ? scroller.scrollHeight : -1
    if (isNew) tell(page, 'onReachBottom')
  })
}

let lastId = 0

/** Its code must be there; it is drawn when it is told to load. */
export function createPage(route: string, query: Record<string, string>): OpenPage {
  loadComponent(route)
  const root = associated.createRoot('page', space, route)
  const caller = root.get() as unknown as Caller
  lastId += 1
  const box = part('page-box')
  const scroller = part('page-scroller')
  box.dataset.route = route
  box.append(...stylesOf(route), scroller)
  const bar = barOf(route)
  const page: OpenPage = { id: lastId, route, query, caller, root, box, scroller, bar, isReady: false }
  Object.assign(caller, {
    route,
    __route__: route,
    options: query,
    __wxWebviewId__: page.id,
    __wxExparserNodeId__: `page-${page.id}`,
  })
  watchScroll(page)
  return page
}

export function loadPage(page: OpenPage): void {
  const place = part('page-place')
  page.scroller.append(place)
  elementById('wx-pages').append(page.box)
  page.root.attach(page.scroller as never, place as never)
  tell(page, 'onLoad', page.query)
}

export function showPage(page: OpenPage): void {
  page.box.hidden = false
  turnStyles(page.box, true)
  redrawBar()
  tell(page, 'onShow')
  page.root.getComponent().triggerPageLifetime('show', [])
  if (page.isReady) return
  page.isReady = true
  setTimeout(() => tell(page, 'onReady'))
}

export function hidePage(page: OpenPage): void {
  tell(page, 'onHide')
  page.root.getComponent().triggerPageLifetime('hide', [])
  page.box.hidden = true
  turnStyles(page.box, false)
}

export function closePage(page: OpenPage): void {
  tell(page, 'onUnload')
  page.root.release()
  page.box.remove()
}

const DARK = '#000000'
const LIGHT = '#ffffff'

/** Draws the bar above the page in front, and the app's own tabs below it. */
export function redrawBar(): void {
  const page = stack.at(-1)
  if (!page) return
  const { bar, route } = page
  const phone = elementById('wx-phone')
  phone.classList.toggle('bar-custom', bar.isCustom)
  phone.classList.toggle('bar-back', stack.length > 1)
  phone.classList.toggle('bar-home', stack.length === 1 && !isTab(route) && route !== appData.appJson.pages[0])
  const top = elementById('wx-bar')
  top.style.backgroundColor = bar.isCustom ? 'transparent' : bar.background
  top.style.color = bar.front === 'black' ? DARK : LIGHT
  elementById('wx-bar-title').textContent = bar.isCustom ? '' : bar.title
  document.title = bar.title || document.title
}
