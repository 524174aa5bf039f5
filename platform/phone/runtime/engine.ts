/** glass-easel set up as WeChat's view layer: wx- elements, plain events, setData that crosses a thread. */
import * as ge from 'glass-easel'
import { CodeSpace, component, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { cssLengths } from '../compile/lengths'
import { app, appData } from './app-data'
import { fault } from './faults'
import { noteSetData } from './stats'

export { ge }

export type WxElement = Omit<ge.Element, '$$'> & { $$: HTMLElement; is?: string; data?: Record<string, unknown> }

/** A native component is registered under this, a page or a component of the app under its path. */
const NATIVE = 'wx/'
export const nativeName = (tag: string): string => NATIVE + tag
export const tagOf = (element: { is?: string }): string =>
  element.is?.startsWith(NATIVE) ? element.is.slice(NATIVE.length) : ''

export function elementOf(node: Node | null): WxElement | undefined {
  for (let at: (Node & { __wxElement?: unknown }) | null = node; at; at = at.parentNode)
    if (at.__wxElement) return at.__wxElement as WxElement
  return undefined
}

ge.globalOptions.throwGlobalError = false
ge.globalOptions.writeIdToDOM = true
ge.addGlobalErrorListener((failure) => {
  reportError(failure)
  return false
})
ge.addGlobalWarningListener((warning) => {
  console.warn(`[phone] ${String(warning)}`)
  return false
})

interface PlainTarget {
  id: string
  dataset: Record<string, unknown>
  offsetLeft: number
  offsetTop: number
}

/** What a handler is given is a copy: the logic layer never holds a live element. */
const plain = (target: ge.Element): PlainTarget => {
  const { $$ } = target as unknown as WxElement
  return {
    id: target.id,
    dataset: { ...target.dataset },
    offsetLeft: $$?.offsetLeft ?? 0,
    offsetTop: $$?.offsetTop ?? 0,
  }
}

type Wrap = typeof ge.Event.prototype.wrapShadowedEvent
const wrap: Wrap = function (this: ge.Event<unknown>, target, mark, current) {
  const { type, timeStamp, detail, extraFields } = this
  const shown = { ...extraFields, type, timeStamp, detail, mark, target: plain(target), currentTarget: plain(current) }
  return Object.assign(Object.create(this), shown)
}
ge.Event.prototype.wrapShadowedEvent = wrap

const setNodeStyle = ge.Element.prototype.setNodeStyle
ge.Element.prototype.setNodeStyle = function (style, index) {
  setNodeStyle.call(this, cssLengths(String(style ?? '')), index)
}

const backend = new ge.CurrentWindowBackendContext()
const createBackendElement = (tag: string): unknown => document.createElement(`wx-${tag}`)
backend.document = {
  createElement: createBackendElement as typeof backend.document.createElement,
  createTextNode: (text) => document.createTextNode(text) as never,
  createDocumentFragment: () => document.createDocumentFragment() as never,
}

/** Ids in the page are those the app gives: selectors and labels mean them. */
const prepare = CodeSpace.prototype as unknown as {
  prepareComponentOptions(...given: unknown[]): [{ idPrefixGenerator: null | (() => string); writeIdToDOM?: boolean }]
}
const prepareComponentOptions = prepare.prepareComponentOptions
prepare.prepareComponentOptions = function (...given) {
  const prepared = prepareComponentOptions.apply(this, given)
  Object.assign(prepared[0], { idPrefixGenerator: null, writeIdToDOM: true })
  return prepared
}

export const environment = new MiniProgramEnv()
export const associated = environment.associateBackend(backend)
export const space = environment.createCodeSpace('', true)

for (const [id, content] of Object.entries(app.templates))
  space.addCompiledTemplate(id, { groupList: app.templates, content } as never)

/** Without a sheet of its own a component that takes the page's styles shares them all. */
const isolationOf = (id: string, given: string | undefined): string | undefined =>
  given === 'apply-shared' && app.styles[id] === undefined ? 'shared' : given

for (const [id, json] of Object.entries(appData.jsons)) {
  const usingComponents = { ...appData.appJson.usingComponents, ...json.usingComponents }
  const styleIsolation = isolationOf(id, json.styleIsolation)
  space.addComponentStaticConfig(id, { ...json, usingComponents, styleIsolation } as never)
}
for (const [id, scope] of Object.entries(appData.scopes)) space.addStyleSheet(id, undefined, scope)

const SET_DATA_LIMIT = 256 * 1024

/** What pages and components inherit. Data crosses to the view layer as text: what is no JSON is lost, and much of it is slow. */
export const caller = component.ComponentCaller.prototype
const setData = caller.setData
caller.setData = function (given: Record<string, unknown>, done?: () => void) {
  const text = JSON.stringify(given)
  const bytes = new TextEncoder().encode(text).length
  const where = pageNameOf(this as never)
  noteSetData(where, bytes)
  if (bytes > SET_DATA_LIMIT) fault('setData', `${where} set ${bytes} bytes at once, over WeChat's 256 KB`)
  const unset = Object.keys(given).filter((key) => given[key] === undefined)
  setData.call(this, { ...JSON.parse(text), ...Object.fromEntries(unset.map((key) => [key, undefined])) })
  if (done) setTimeout(() => done.call(this))
}

function pageNameOf(of: { route?: string; is?: string; _$?: { $$?: HTMLElement } }): string {
  return of.route ?? of._$?.$$?.closest<HTMLElement>('.page-box')?.dataset.route ?? of.is ?? ''
}

interface Firing {
  bubbles?: boolean
  composed?: boolean
  extra?: Record<string, unknown>
}

export function fire(element: WxElement, type: string, detail: object = {}, firing: Firing = {}): ge.Event<object> {
  const { bubbles = true, composed = true, extra } = firing
  const event = new ge.Event(type, detail, {
    bubbles,
    composed,
    capturePhase: true,
    ...(extra && { extraFields: extra }),
  })
  event.dispatch(element as unknown as ge.Element)
  return event
}

/** A component's own event, such as input or change: it goes no further. */
export const trigger = (element: WxElement, type: string, detail: object = {}): ge.Event<object> =>
  fire(element, type, detail, { bubbles: false, composed: false })

export interface Point {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

export function touch(element: WxElement, type: string, point: Point): ge.Event<object> {
  const touches = type === 'touchend' || type === 'touchcancel' ? [] : [point]
  return fire(element, type, { x: point.pageX, y: point.pageY }, { extra: { touches, changedTouches: [point] } })
}
