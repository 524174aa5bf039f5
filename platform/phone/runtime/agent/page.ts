/** The automator's methods on one page. */
import type { ge } from '../engine'
import { type Asked, callOf, type Method, NotSupported, objectIn, textIn, textsIn, valueAt } from './asked'
import { firstOf, handleOf, pageIn, rootOf } from './handles'
import { select, selectByXpath } from './selectors'

const found = (asked: Asked): ge.Element[] => select(rootOf(pageIn(asked)), textIn(asked, 'selector'))

function foundByXpath(asked: Asked): ge.Element[] {
  const { root } = pageIn(asked)
  return selectByXpath(root.getComponent(), textIn(asked, 'selector'))
}

/** A page's window is the part of this one that scrolls. */
function windowProperty(scroller: HTMLElement, name: string): unknown {
  const measure = /^document\.(?:documentElement|body)\.((?:scroll|client)(?:Width|Height|Top|Left))$/.exec(name)?.[1]
  if (measure !== undefined) return Reflect.get(scroller, measure)
  if (name === 'window.innerWidth') return scroller.clientWidth
  if (name === 'window.innerHeight') return scroller.clientHeight
  throw new NotSupported(`a page's ${name} cannot be read`)
}

export const pageMethods: Readonly<Record<string, Method>> = {
  'Page.getElement': (asked) => firstOf(found(asked), textIn(asked, 'selector')),
  'Page.getElements': (asked) => ({ elements: found(asked).map(handleOf) }),
  'Page.getElementByXpath': (asked) => firstOf(foundByXpath(asked), textIn(asked, 'selector')),
  'Page.getElementsByXpath': (asked) => ({ elements: foundByXpath(asked).map(handleOf) }),
  'Page.getData': (asked) => ({ data: valueAt(pageIn(asked).caller.data, asked.path) }),
  'Page.setData': (asked) => {
    pageIn(asked).caller.setData(objectIn(asked, 'data'))
    return {}
  },
  'Page.callMethod': async (asked) => ({ result: await callOf(pageIn(asked).caller, asked, 'page') }),
  'Page.getWindowProperties': (asked) => {
    const { scroller } = pageIn(asked)
    return { properties: textsIn(asked, 'names').map((name) => windowProperty(scroller, name)) }
  },
}
