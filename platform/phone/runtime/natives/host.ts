/** The element a native component lives in: its properties, their changes, the events it tells. */

import { ge, trigger, type WxElement } from '../engine'
import { fault } from '../faults'
import type { Native } from './native'

/** What a handler inside the phone is told of an app's event. */
export interface Happened {
  detail: Record<string, unknown>
  touches?: unknown
  changedTouches?: unknown
  stopPropagation(): void
  preventDefault(): void
}

export interface NativeKind {
  make(host: Host): Native
  /** The properties that do here what they do on a phone. */
  supports?: readonly string[]
  /** Properties with the one value at which it makes no difference that they are lacking. */
  harmless?: Readonly<Record<string, unknown>>
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || value === false

export class Host {
  private readonly followers = new Map<string, Set<() => void>>()
  private readonly endings: (() => void)[] = []
  private isHere = true

  constructor(
    readonly element: WxElement,
    readonly tag: string,
  ) {}

  get box(): HTMLElement {
    return this.element.$$
  }

  read(name: string): unknown {
    return this.element.data?.[name]
  }

  text(name: string, otherwise = ''): string {
    const value = this.read(name)
    return isEmpty(value) ? otherwise : String(value)
  }

  isOn(name: string): boolean {
    return Boolean(this.read(name))
  }

  number(name: string, otherwise: number): number {
    const value = this.read(name)
    const read = isEmpty(value) && value !== 0 ? Number.NaN : Number(value)
    return Number.isNaN(read) ? otherwise : read
  }

  /** Runs now and whenever one of them changes; answers what ends it. */
  follow(names: readonly string[], apply: () => void): () => void {
    for (const name of names) this.followers.set(name, (this.followers.get(name) ?? new Set()).add(apply))
    apply()
    return () => {
      for (const name of names) this.followers.get(name)?.delete(apply)
    }
  }

  /** What has left the page has no element any more, though its data may still be set. */
  changed(name: string): void {
    if (!this.isHere) return
    for (const apply of this.followers.get(name) ?? []) apply()
  }

  /** Shows a property as an attribute, for the style sheet. */
  reflect(name: string, attribute = name): void {
    this.follow([name], () => {
      const value = this.read(name)
      if (isEmpty(value)) this.box.removeAttribute(attribute)
      else this.box.setAttribute(attribute, value === true ? '' : String(value))
    })
  }

  emit(type: string, detail: object = {}): void {
    trigger(this.element, type, detail)
  }

  /** Tells it, and answers what the app's handler returned. */
  ask(type: string, detail: object): unknown {
    let returned: unknown
    const handleListenerReturn = (value: unknown): void => {
      returned = value ?? returned
    }
    const event = new ge.Event(type, detail, { bubbles: false, composed: false, handleListenerReturn })
    event.dispatch(this.element as never)
    return returned
  }

  on(type: string, listener: (event: Happened) => void, isCapture = false): void {
    const heard = (event: unknown): void => listener(event as Happened)
    this.element.addListener(type, heard as never, { capture: isCapture })
  }

  /** When the element leaves the page. */
  onEnd(ending: () => void): void {
    this.endings.push(ending)
  }

  /** Back in the page, with what was set meanwhile. */
  resume(): void {
    this.isHere = true
    for (const apply of new Set([...this.followers.values()].flatMap((all) => [...all]))) apply()
  }

  end(): void {
    this.isHere = false
    for (const ending of this.endings.splice(0)) ending()
  }
}

const told = new Set<string>()

/** What the app asks of a component and this phone cannot do fails the test that met it. */
export function refuse(tag: string, what: string): void {
  const words = `<${tag}> ${what}`
  if (told.has(words)) return
  told.add(words)
  fault('component', `${words} is not supported by this phone`)
}

/** Watches the properties nobody here reads. */
export function watchUnsupported(host: Host, names: readonly string[], kind: NativeKind): void {
  for (const name of names.filter((one) => !kind.supports?.includes(one)))
    host.follow([name], () => {
      const value = host.read(name)
      if (isEmpty(value) || JSON.stringify(kind.harmless?.[name]) === JSON.stringify(value)) return
      refuse(host.tag, `${name}=${JSON.stringify(value)}`)
    })
}
