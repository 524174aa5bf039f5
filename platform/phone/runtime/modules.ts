/** Loads the app's files as WeChat does: CommonJS, with WeChat's globals, Page() and Component() bound to the file being loaded. */
import { app, appData } from './app-data'
import { space } from './engine'
import { fault } from './faults'
import { WRAPPER_NAMES } from './names'

interface Loaded {
  exports: unknown
}

interface Definitions {
  wx: object
  App(definition: object): void
  getApp(): unknown
  getCurrentPages(): unknown[]
}

const KEPT = [
  ...[
    'Object',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Date',
    'Promise',
    'RegExp',
    'JSON',
    'Math',
  ],
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'Map', 'Set'],
  ...['WeakMap', 'WeakSet', 'Proxy', 'Reflect', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Int16Array'],
  ...[
    'Uint8ClampedArray',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'Infinity',
    'NaN',
  ],
  ...['parseFloat', 'parseInt', 'isFinite', 'isNaN', 'decodeURI', 'decodeURIComponent', 'encodeURI', 'console'],
  ...['encodeURIComponent', 'escape', 'unescape', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
]

/** The app's global object: the language and timers, and nothing of a browser. */
export const sandbox: Record<string, unknown> = {}
for (const name of KEPT) {
  const value: unknown = Reflect.get(globalThis, name)
  sandbox[name] =
    /^(set|clear)(Timeout|Interval)$/.test(name) && typeof value === 'function' ? value.bind(globalThis) : value
}
sandbox.globalThis = sandbox
sandbox.global = sandbox

const refusePlugin = (name: string): never => {
  fault('api', `requirePlugin('${name}')`)
  throw new Error(`this phone has no plugins: ${name}`)
}

/** WeChat runs no text as code. */
const refuseCode = (): never => {
  fault('eval', 'the app made a function out of text, which WeChat refuses')
  throw new TypeError('Function constructor is not allowed in a mini-program')
}
const GuardedFunction = new Proxy(Function, { apply: refuseCode, construct: refuseCode })
sandbox.Function = GuardedFunction

const loaded = new Map<string, Loaded>()
/** The page or component whose file runs: Taro's files only hand a chunk on, and the call sits elsewhere. */
let registering: string | undefined

type Kind = 'Page' | 'Component'

const register =
  (kind: Kind) =>
  (definition: object): void => {
    const id = registering
    if (id === undefined) throw new Error(`${kind}() was called outside of a page's or a component's file`)
    space.componentEnv(id, (given) => (given[kind] as (definition: object) => unknown)(definition))
  }

const Behavior = (definition: object): unknown =>
  space.componentEnv(registering ?? 'app', (given) => (given.Behavior as (definition: object) => unknown)(definition))

let definitions: Definitions | undefined
export const define = (given: Definitions): void => {
  definitions = given
}

function scope(id: string, own: Loaded): readonly unknown[] {
  const given: Record<string, unknown> = {
    ...definitions,
    require: (path: string) => requireModule(resolve(id, path)),
    requirePlugin: refusePlugin,
    module: own,
    exports: own.exports,
    Page: register('Page'),
    Component: register('Component'),
    Behavior,
    globalThis: sandbox,
    global: sandbox,
    Function: GuardedFunction,
  }
  return WRAPPER_NAMES.map((name) => given[name])
}

/** A path as a file names another. */
export function resolve(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/'))
    if (step === '..') parts.pop()
    else if (step !== '' && step !== '.') parts.push(step)
  return parts.join('/').replace(/\.js$/, '')
}

export function requireModule(id: string): unknown {
  const known = loaded.get(id)
  if (known) return known.exports
  const body = app.modules[id]
  if (!body) throw new Error(`module '${id}.js' is not defined`)
  const own: Loaded = { exports: {} }
  loaded.set(id, own)
  body(...scope(id, own))
  return own.exports
}

const onTheWay = new Set<string>()

/** Runs the file of a page or component after those of the components it uses; comp.json names itself. */
export function loadComponent(id: string): void {
  if (loaded.has(id) || onTheWay.has(id)) return
  onTheWay.add(id)
  const using = { ...appData.appJson.usingComponents, ...appData.jsons[id]?.usingComponents }
  for (const path of Object.values(using)) loadComponent(resolve(id, path))
  const before = registering
  registering = id
  try {
    requireModule(id)
  } finally {
    registering = before
    onTheWay.delete(id)
  }
}

/** Runs a function's text among the app's own names: what a test evaluates. */
export function evaluate(text: string, given: readonly unknown[]): unknown {
  const made = new Function(...WRAPPER_NAMES, `return (${text})`)
  return made(...scope('app', { exports: {} }))(...given)
}
