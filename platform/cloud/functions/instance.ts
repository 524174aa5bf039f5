/** One function instance: a worker of its own, one call at a time, ended when it overruns or breaks. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import { isJson, type Json } from '../json'

export interface Span {
  path: string
  from: number
  to: number
}

export interface Invocation {
  /** Environment for this call; null takes a variable away. */
  env: Record<string, string | null>
  event: string
  context: Record<string, unknown>
  fixedAt: number | undefined
  timeoutMs: number
}

export interface Outcome {
  text: string
  spans: Span[]
}

export interface WireReply {
  type: string
  body: string | Uint8Array
}
export type AnswerWire = (url: string, type: string, body: Uint8Array) => Promise<WireReply>

export interface InstanceOptions {
  entry: string
  memoryMb: number
  env: Record<string, string>
  /** Where the SDK believes the cloud to be; what it sends there comes through onWire. */
  adminUrl: string
  onWire: AnswerWire
  onLog(level: string, text: string): void
  onGone(): void
}

export class FunctionTimeout extends CloudError {
  constructor(seconds: number) {
    super('FUNCTIONS_EXECUTE_FAIL', `Invoking task timed out after ${seconds} seconds`)
  }
}

/** Loading the bundle is not counted against a call, as in the real cloud. */
const LOAD_TIMEOUT_MS = 15_000
/** Where new values are made. V8 would take 48 MB; a call makes little, and an instance then costs 35 MB in place of 57. */
const YOUNG_MB = 8
const BOOTSTRAP = join(__dirname, 'worker', 'bootstrap.cjs')

export class Instance {
  idleSince = performance.now()
  private readonly worker: Worker
  private current: { resolve: (outcome: Outcome) => void; reject: (failure: Error) => void } | undefined
  private isGone = false
  private isReserved = false
  private isLoaded = false
  private onReady: (() => void) | undefined
  private readonly loading: NodeJS.Timeout

  constructor(private readonly options: InstanceOptions) {
    this.worker = new Worker(BOOTSTRAP, {
      workerData: { entry: options.entry, adminUrl: options.adminUrl },
      env: options.env,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    this.loading = setTimeout(() => this.end(new FunctionTimeout(LOAD_TIMEOUT_MS / 1000)), LOAD_TIMEOUT_MS)
    this.worker.on('message', (message: unknown) => this.receive(message))
    this.worker.on('error', (failure) =>
      this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', `the function broke down: ${failure.message}`)),
    )
    this.worker.on('exit', () =>
      this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function ended without an answer')),
    )
  }

  get isBusy(): boolean {
    return this.isReserved || this.current !== undefined
  }

  /** Takes the instance for one call, before anybody else looks. */
  reserve(): void {
    this.isReserved = true
  }

  async run({ timeoutMs, ...message }: Invocation): Promise<Outcome> {
    if (this.isGone) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function instance has ended')
    let timer: NodeJS.Timeout | undefined
    const startTimer = (): void => {
      timer = setTimeout(() => this.end(new FunctionTimeout(timeoutMs / 1000)), timeoutMs)
    }
    if (this.isLoaded) startTimer()
    else this.onReady = startTimer
    try {
      return await this.answerTo(message)
    } finally {
      clearTimeout(timer)
      this.onReady = undefined
      this.current = undefined
      this.isReserved = false
      this.idleSince = performance.now()
    }
  }

  private answerTo(message: Omit<Invocation, 'timeoutMs'>): Promise<Outcome> {
    return new Promise<Outcome>((resolve, reject) => {
      this.current = { resolve, reject }
      this.worker.postMessage(message)
    })
  }

  async stop(): Promise<void> {
    this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the cloud is stopping'))
    await this.worker.terminate()
  }

  private receive(message: unknown): void {
    if (!isJson(message)) return
    if (message.kind === 'log') this.options.onLog(String(message.level), String(message.text))
    if (message.kind === 'wire') void this.wire(message)
    if (message.kind === 'ready') this.loaded()
    if (message.kind === 'broken') this.end(new CloudError('FUNCTIONS_EXECUTE_FAIL', String(message.message)))
    if (message.kind === 'done') this.current?.resolve({ text: String(message.text), spans: readSpans(message.spans) })
    if (message.kind === 'failed')
      this.current?.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', String(message.message)))
  }

  private async wire({ id, url, type, body }: Json): Promise<void> {
    const bytes = body instanceof Uint8Array ? body : new Uint8Array()
    const reply = await this.options.onWire(String(url), String(type), bytes)
    if (!this.isGone) this.worker.postMessage({ kind: 'wire', id, ...reply })
  }

  private loaded(): void {
    this.isLoaded = true
    clearTimeout(this.loading)
    this.onReady?.()
  }

  /** Costs the call it was running and no more: the pool starts another. */
  private end(failure: Error): void {
    if (this.isGone) return
    this.isGone = true
    clearTimeout(this.loading)
    this.options.onGone()
    this.current?.reject(failure)
    void this.worker.terminate()
  }
}

const readSpans = (spans: unknown): Span[] =>
  Array.isArray(spans)
    ? spans.filter(isJson).map((span) => ({ path: String(span.path), from: Number(span.from), to: Number(span.to) }))
    : []
