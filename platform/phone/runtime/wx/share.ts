/** Handing the page on to a friend: what the page says of itself, on a card. */
import { askShare } from '../layer/shown'
import { tell, topPage } from '../pages'
import { sourceOf } from './addresses'
import { asyncApis, isObject, textIn } from './define'
import { register } from './registry'

const pathOfPage = (): string => {
  const { route, query } = topPage()
  const search = Object.entries(query).map(([key, value]) => `${key}=${value}`)
  return `/${route}${search.length > 0 ? `?${search.join('&')}` : ''}`
}

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
  const path = textIn(said, 'path', pathOfPage())
  await askShare({
    title: textIn(said, 'title', page.bar.title),
    path: path.startsWith('/') ? path : `/${path}`,
    ...(picture !== '' && { imageUrl: await sourceOf(picture) }),
  })
}

register(
  asyncApis({
    showShareMenu: () => undefined,
    hideShareMenu: () => undefined,
    updateShareMenu: () => undefined,
  }),
)
