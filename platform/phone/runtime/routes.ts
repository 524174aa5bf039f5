/** Moves between pages as wx.navigateTo and its kin do: a stack of ten, tabs that stay, packages fetched when first entered. */

import { MAIN, scriptOf } from '../compile/names'
import { app, appData } from './app-data'
import { appEvents } from './app-events'
import { EventChannel } from './event-channel'
import { resolve } from './modules'
import { closePage, createPage, hidePage, isTab, loadPage, type OpenPage, showPage, stack, tell } from './pages'

export interface Routing {
  url?: string
  delta?: number
  events?: Record<string, (detail: unknown) => void>
}

export interface Address {
  route: string
  query: Record<string, string>
}

const MOST_PAGES = 10
const tabs = new Map<string, OpenPage>()

export function addressOf(url: string): Address {
  const [path = '', search = ''] = url.split('?')
  const query: Address['query'] = {}
  for (const pair of search.split('&').filter((one) => one !== '')) {
    const at = pair.indexOf('=')
    query[at < 0 ? pair : pair.slice(0, at)] = at < 0 ? '' : pair.slice(at + 1)
  }
  return { route: resolve(stack.at(-1)?.route ?? '', path).replace(/\.html$/, ''), query }
}

export const urlOf = ({ route, query }: Address): string => {
  const search = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return `/${route}${search.length > 0 ? `?${search.join('&')}` : ''}`
}

/** The address bar follows, so that the page comes back when it is read again. */
const follow = (): void => {
  const top = stack.at(-1)
  if (top) history.replaceState(null, '', `#${urlOf(top)}`)
}

const fetched = new Map<string, Promise<void>>([[MAIN, Promise.resolve()]])

/** A package whose fetching failed is asked for again next time. */
export function fetchPackage(root: string): Promise<void> {
  const known = fetched.get(root)
  if (known) return known
  const fetching = new Promise<void>((done, failed) => {
    const script = document.createElement('script')
    script.src = `/phone/${scriptOf(root)}`
    script.onload = () => done()
    script.onerror = () => {
      fetched.delete(root)
      script.remove()
      failed(new Error(`loadSubpackage failed: ${root}`))
    }
    document.head.append(script)
  })
  fetched.set(root, fetching)
  return fetching
}

const packageOf = (route: string): string =>
  appData.packages.find((root) => root !== MAIN && route.startsWith(`${root}/`)) ?? MAIN

async function enter({ route, query }: Address): Promise<OpenPage> {
  if (!appData.pages.includes(route)) {
    appEvents.emit('pageNotFound', { path: route, query, isEntryPage: stack.length === 0 })
    throw new Error(`page "${route}" is not found`)
  }
  await fetchPackage(packageOf(route))
  if (!app.modules[route]) throw new Error(`the package of "${route}" does not hold it`)
  return createPage(route, query)
}

/** Beside a page that is open; this phone is never on wifi. What could not be fetched is asked for when it is entered. */
function preload(route: string): void {
  const rule = appData.appJson.preloadRule[route]
  if (rule?.network !== 'all') return
  for (const root of rule.packages) fetchPackage(root).catch(() => undefined)
}

const open = (page: OpenPage): void => {
  stack.push(page)
  loadPage(page)
  showPage(page)
  follow()
  preload(page.route)
}

const closeAll = (): void => {
  for (const page of [...new Set([...stack.splice(0).reverse(), ...tabs.values()])]) closePage(page)
  tabs.clear()
}

/** One after the other: a second tap while a page opens waits for it. */
let moving: Promise<unknown> = Promise.resolve()
const inTurn =
  <Result>(move: (routing: Routing) => Promise<Result>) =>
  (routing: Routing = {}): Promise<Result> => {
    const next = moving.catch(() => undefined).then(() => move(routing))
    moving = next
    return next
  }

async function navigateTo({ url = '', events = {} }: Routing): Promise<{ eventChannel: EventChannel }> {
  const address = addressOf(url)
  if (isTab(address.route)) throw new Error('can not navigateTo a tabbar page')
  if (stack.length >= MOST_PAGES) throw new Error('webview count limit exceed')
  const page = await enter(address)
  const [opener, opened] = EventChannel.pair()
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener)
  page.caller.getOpenerEventChannel = () => opened
  const before = stack.at(-1)
  if (before) hidePage(before)
  open(page)
  return { eventChannel: opener }
}

async function redirectTo({ url = '' }: Routing): Promise<void> {
  const address = addressOf(url)
  if (isTab(address.route)) throw new Error('can not redirectTo a tabbar page')
  const page = await enter(address)
  const before = stack.pop()
  if (before) closePage(before)
  if (before) tabs.delete(before.route)
  open(page)
}

async function reLaunch({ url = '' }: Routing): Promise<void> {
  const page = await enter(addressOf(url))
  closeAll()
  if (isTab(page.route)) tabs.set(page.route, page)
  open(page)
}

async function switchTab({ url = '' }: Routing): Promise<void> {
  const { route } = addressOf(url)
  if (!isTab(route)) throw new Error('can not switch to no-tabBar page')
  if (stack.length === 1 && stack[0]?.route === route) return
  const kept = tabs.get(route)
  const page = kept ?? (await enter({ route, query: {} }))
  for (const other of stack.splice(0).reverse())
    if (!isTab(other.route)) closePage(other)
    else if (other !== kept) hidePage(other)
  tabs.set(route, page)
  if (kept) {
    stack.push(kept)
    showPage(kept)
    follow()
  } else open(page)
  tell(page, 'onTabItemTap', {
    index: appData.appJson.tabBar?.list.findIndex((tab) => tab.pagePath === route),
    pagePath: route,
  })
}

async function navigateBack({ delta = 1 }: Routing): Promise<void> {
  if (stack.length < 2) throw new Error('cannot navigate back at first page')
  for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) {
    const page = stack.pop()
    if (page) closePage(page)
  }
  const page = stack.at(-1)
  if (page) showPage(page)
  follow()
}

export const routes = {
  navigateTo: inTurn(navigateTo),
  redirectTo: inTurn(redirectTo),
  reLaunch: inTurn(reLaunch),
  switchTab: inTurn(switchTab),
  navigateBack: inTurn(navigateBack),
}
