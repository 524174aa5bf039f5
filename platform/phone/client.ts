/** Speaks to a phone about what no automator knows: its sheets, its network, its quiet, and what went wrong on it. */
import { WebSocket } from 'ws'
import type { Fault } from './runtime/faults'
import type { ServiceNotice } from './runtime/host'
import type { Choice } from './runtime/layer'
import type { Written } from './runtime/stats'

export type { Choice, Fault, Written }

export interface Shown {
  /** The sheet in front, by its name. */
  sheet: string | null
  toast: string | null
  /** The words of every toast since the app started. */
  toasts: string[]
}

export interface Reading {
  /** What was read is forgotten. */
  clear?: boolean
}

export interface PhoneClient {
  /** What a real phone would have refused, or what this one lacks. */
  faults(reading?: Reading): Promise<Fault[]>
  /** How often and how much was set, by page. */
  stats(reading?: Reading): Promise<Record<string, Written>>
  layer(): Promise<Shown>
  /** Answers the sheet in front. */
  answer(choice: Choice): Promise<void>
  /** The service notices that came, the newest last. */
  notices(): Promise<ServiceNotice[]>
  /** Taps the banner of the newest. */
  openNotice(): Promise<void>
  /** Pictures and documents kept on this computer as in a phone's album. */
  saved(): Promise<{ name: string; size: number }[]>
  /** WeChat has fetched a newer release of the app while it runs. */
  updateFetched(): Promise<void>
  goOffline(): Promise<void>
  goOnline(): Promise<void>
  /** Resolves when nothing is asked for and unanswered, no timer under a second runs, and nothing moves. */
  idle(patienceMs?: number): Promise<void>
  /** Starts the app from cold, on this page; `isFresh` as if it had never been on this phone. */
  launch(path?: string, options?: { isFresh?: boolean }): Promise<void>
  /** From outside, as by a scanned code: the running app comes to the front on this page. */
  enter(path: string): Promise<void>
  resize(width: number, height: number): Promise<void>
  close(): void
}

interface Waiting {
  resolve(result: unknown): void
  reject(failure: Error): void
}

class Line {
  private readonly waiting = new Map<string, Waiting>()
  private last = 0

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (message) => this.hear(String(message)))
    socket.on('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the phone is gone'))
    })
  }

  ask<Result>(method: string, params: object = {}): Promise<Result> {
    this.last += 1
    const id = `client-${this.last}`
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.socket.send(JSON.stringify({ id, method, params }))
    }) as Promise<Result>
  }

  private hear(text: string): void {
    const { id, result, error } = JSON.parse(text)
    const waiting = this.waiting.get(id)
    if (!waiting) return
    this.waiting.delete(id)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result)
  }
}

const dial = (endpoint: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(endpoint)
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })

export async function connectPhone(wsEndpoint: string): Promise<PhoneClient> {
  const socket = await dial(wsEndpoint)
  const line = new Line(socket)
  const tell = async (method: string, params?: object): Promise<void> => void (await line.ask(method, params))
  return {
    faults: async (reading) => (await line.ask<{ faults: Fault[] }>('Phone.faults', reading)).faults,
    stats: async (reading) => (await line.ask<{ pages: Record<string, Written> }>('Phone.stats', reading)).pages,
    layer: () => line.ask<Shown>('Phone.layer'),
    answer: (choice) => tell('Phone.answer', choice),
    notices: async () => (await line.ask<{ notices: ServiceNotice[] }>('Phone.notices')).notices,
    openNotice: () => tell('Phone.openNotice'),
    saved: async () => (await line.ask<{ saved: { name: string; size: number }[] }>('Phone.saved')).saved,
    updateFetched: () => tell('Phone.updateFetched'),
    goOffline: () => tell('Phone.network', { isOnline: false }),
    goOnline: () => tell('Phone.network', { isOnline: true }),
    idle: (patienceMs) => tell('Phone.idle', { patienceMs }),
    launch: (path, options) => tell('Phone.launch', { path, ...options }),
    enter: (path) => tell('Phone.enter', { path }),
    resize: (width, height) => tell('Phone.size', { width, height }),
    close: () => socket.close(),
  }
}
