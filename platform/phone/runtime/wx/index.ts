/** The wx object: what this phone has; reading what it lacks is told, by name. */
import { fault } from '../faults'
import './cloud'
import './device'
import './events'
import './file-system'
import './interface'
import './media'
import './misc'
import './person'
import './privacy'
import './routing'
import './select'
import './settings'
import './share'
import './storage'
import './subscribe'
import './transfer'
import { layer } from '../layer'
import { apis, canIUse, register } from './registry'

register({ canIUse })

/** Read by the language and by webpack, and no call of WeChat's. */
const NOT_APIS = ['webpackJsonp', 'then', 'toJSON']
const lacking = new Set<string>()

export const wx: Record<string, unknown> = new Proxy(apis, {
  get(target, name) {
    const isKnown = name in target || typeof name === 'symbol' || NOT_APIS.includes(name)
    if (!isKnown && !lacking.has(name)) {
      lacking.add(name)
      fault('api', name)
    }
    return Reflect.get(target, name)
  },
})

layer.start()
