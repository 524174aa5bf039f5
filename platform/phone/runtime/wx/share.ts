/** Handing the page on: to a friend or to everybody, what the page says of itself on a card; or a picture alone. */
import { askShare, askShareFile, askShareImage } from '../layer/shown'
import { tell, topPage } from '../pages'
import { isInTap } from '../touch'
import { sourceOf } from './addresses'
import { savePicture } from './album'
import { ApiFailure, asyncApis, cancelled, isObject, needed, type Options, textIn, textsIn } from './define'
import { blobAt, nameOf } from './files'
import { register } from './registry'

const MENUS = ['shareAppMessage', 'shareTimeline'] as const
type Menu = (typeof MENUS)[number]
const HOOKS = { shareAppMessage: 'onShareAppMessage', shareTimeline: 'onShareTimeline' } as const satisfies Record<
  Menu,
  string
>

/** Of each page, what the app has taken out of the menu or put into it. */
const chosen = new WeakMap<object, Partial<Record<Menu, boolean>>>()

const choose = (isShown: boolean, menus: readonly string[]): void => {
  const page = topPage()
  const asked = MENUS.filter((menu) => menus.includes(menu))
  chosen.set(page, { ...chosen.get(page), ...Object.fromEntries(asked.map((menu) => [menu, isShown])) })
}

/** The menu offers what the page answers for, and to everybody only what a friend may have too. */
export function offers(menu: Menu): boolean {
  const page = topPage()
  const isAnswered = typeof page.caller[HOOKS[menu]] === 'function' && chosen.get(page)?.[menu] !== false
  return isAnswered && (menu === 'shareAppMessage' || offers('shareAppMessage'))
}

const withQuery = (route: string, query: string): string => `/${route}${query === '' ? '' : `?${query}`}`

const queryOfPage = (): string =>
  Object.entries(topPage().query)
    .map(([key, value]) => `${key}=${value}`)
    .join('&')

/** A promise in the answer counts when it is there in time; its three seconds are not waited for here. */
async function saidBy(page: ReturnType<typeof topPage>, asked: object): Promise<Record<string, unknown>> {
  const said = tell(page, 'onShareAppMessage', asked)
  if (!isObject(said)) return {}
  const later: unknown = await said.promise
  return { ...said, ...(isObject(later) ? later : {}) }
}

export async function sharePage(from: 'button' | 'menu', target?: object): Promise<void> {
  const page = topPage()
  const said = await saidBy(page, { from, target, webViewUrl: undefined })
  const picture = textIn(said, 'imageUrl')
  const path = textIn(said, 'path', withQuery(page.route, queryOfPage()))
  await askShare({
    title: textIn(said, 'title', page.bar.title),
    path: path.startsWith('/') ? path : `/${path}`,
    ...(picture !== '' && { imageUrl: await sourceOf(picture) }),
  })
}

/** To everybody: the page itself with a query of its own, since no other page may be named. */
export async function sharePageWithAll(): Promise<void> {
  const page = topPage()
  const said = tell(page, 'onShareTimeline')
  const { title = page.bar.title, query = queryOfPage(), imageUrl = '' } = isObject(said) ? said : {}
  await askShare({
    title: String(title),
    path: withQuery(page.route, String(query)),
    isForAll: true,
    ...(imageUrl !== '' && { imageUrl: await sourceOf(String(imageUrl)) }),
  })
}

async function shareImage(options: Options): Promise<void> {
  const path = needed(options, 'path')
  const answer = await askShareImage(await sourceOf(path))
  if (answer === undefined) throw cancelled()
  if (answer === 'save') await savePicture(path)
}

/** A file of this phone into a chat, under the name it is given; only a tap may ask for it. */
async function shareFile(options: Options): Promise<void> {
  const path = needed(options, 'filePath')
  if (!isInTap()) throw new ApiFailure('can only be invoked by user TAP gesture.')
  const blob = blobAt(path)
  if (!blob) throw new ApiFailure(`file doesn't exist`)
  const name = textIn(options, 'fileName') || nameOf(path)
  if (!(await askShareFile({ name, bytes: new Uint8Array(await blob.arrayBuffer()) }))) throw cancelled()
}

const menusIn = (options: Options, otherwise: readonly string[]): readonly string[] =>
  options.menus === undefined ? otherwise : textsIn(options, 'menus')

register(
  asyncApis({
    showShareMenu: (options) => choose(true, menusIn(options, ['shareAppMessage'])),
    hideShareMenu: (options) => choose(false, menusIn(options, MENUS)),
    updateShareMenu: () => undefined,
    showShareImageMenu: shareImage,
    shareFileMessage: shareFile,
  }),
)
