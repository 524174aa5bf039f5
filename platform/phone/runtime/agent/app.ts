/** The automator's methods on the app as a whole. */
import { evaluate, sandbox } from '../modules'
import { type OpenPage, stack, topPage } from '../pages'
import { type Asked, listIn, type Method, NotSupported, textIn } from './asked'
import { numberOf } from './handles'
import { callApi, mockApi } from './mocks'
import { tell } from './wires'

const shown = (page: OpenPage): object => ({ pageId: numberOf(page), path: page.route, query: page.query })

const noPlugins =
  (method: Method): Method =>
  (asked) => {
    if (asked.pluginId !== undefined) throw new NotSupported('this phone has no plugins')
    return method(asked)
  }

const exposed = new Set<string>()

/** The app calls it by its bare name, as it would a global function. */
function addBinding(asked: Asked): object {
  const name = textIn(asked, 'name')
  if (name in globalThis && !exposed.has(name)) throw new Error(`${name} is a name the phone itself uses`)
  exposed.add(name)
  const call = (...args: unknown[]): void => tell('App.bindingCalled', { name, args })
  sandbox[name] = call
  Object.assign(globalThis, { [name]: call })
  return {}
}

export const appMethods: Readonly<Record<string, Method>> = {
  'App.getCurrentPage': () => shown(topPage()),
  'App.getPageStack': () => ({ pageStack: stack.map(shown) }),
  'App.callWxMethod': noPlugins(async (asked) => ({ result: await callApi(asked) })),
  'App.mockWxMethod': noPlugins(mockApi),
  'App.callFunction': async (asked) => ({
    result: await evaluate(textIn(asked, 'functionDeclaration'), listIn(asked, 'args')),
  }),
  'App.addBinding': addBinding,
}
