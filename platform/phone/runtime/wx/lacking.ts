/** What the app reads of something of WeChat's that this phone lacks is told once, by name. */
import { fault } from '../faults'

/** Read by the language and by webpack, and no call of WeChat's. */
const NOT_APIS = ['webpackJsonp', 'then', 'toJSON', 'constructor', 'valueOf', 'toString', 'prototype', 'nodeType']
const told = new Set<string>()

/** `of` is what its names stand behind: nothing for wx itself. */
export function strict<Given extends object>(given: Given, of = ''): Given {
  return new Proxy(given, {
    get(target, name, receiver) {
      const isKnown = name in target || typeof name === 'symbol' || NOT_APIS.includes(name)
      if (!isKnown && !told.has(of + name)) {
        told.add(of + name)
        fault('api', of + name)
      }
      return Reflect.get(target, name, receiver)
    },
  })
}
