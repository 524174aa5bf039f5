/** The moves between pages, and where a page is scrolled to. */
import { topPage } from '../pages'
import { type Routing, routes } from '../routes'
import { ApiFailure, asyncApi, asyncApis, isObject, numberIn, type Options, textIn } from './define'
import { register } from './registry'
import { elementFor } from './select'

const isEvents = (value: unknown): value is NonNullable<Routing['events']> =>
  isObject(value) && Object.values(value).every((listener) => typeof listener === 'function')

function routingOf(options: Options): Routing {
  const { events } = options
  return {
    url: textIn(options, 'url'),
    delta: numberIn(options, 'delta', 1),
    ...(isEvents(events) && { events }),
  }
}

const MOVES = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const
for (const name of MOVES)
  register({ [name]: asyncApi(name, async (options) => (await routes[name](routingOf(options))) ?? undefined) })

function scrollTo(options: Options): void {
  const { scroller } = topPage()
  const selector = textIn(options, 'selector')
  let top = numberIn(options, 'scrollTop', scroller.scrollTop)
  if (selector !== '') {
    const found = elementFor(selector)
    if (!found) throw new ApiFailure(`node not found: ${selector}`)
    const above = scroller.getBoundingClientRect().top
    top = scroller.scrollTop + found.$$.getBoundingClientRect().top - above + numberIn(options, 'offsetTop', 0)
  }
  const behavior = numberIn(options, 'duration', 300) > 0 ? 'smooth' : 'instant'
  scroller.scrollTo({ top, behavior })
}

register({
  ...asyncApis({
    pageScrollTo: scrollTo,
    startPullDownRefresh: () => {
      const { caller } = topPage()
      if (typeof caller.onPullDownRefresh === 'function') caller.onPullDownRefresh()
    },
    stopPullDownRefresh: () => undefined,
  }),
})
