/** wx.request, downloadFile and uploadFile: each answers a task that can be broken off and watched. */
import { extensionFor } from '../layer/pictures'
import { bytesAt } from './addresses'
import { ApiFailure, isObject, needed, numberIn, type Options, optionsIn, settled, tell, textIn } from './define'
import { fileStore, keepTemporary, nameOf } from './files'
import { register } from './registry'

const TIMEOUT_MS = 60_000

type Listener = (told: object) => void

class Task {
  private readonly controller = new AbortController()
  private readonly heard = new Map<string, Set<Listener>>()
  readonly signal = this.controller.signal

  abort(): void {
    this.controller.abort(new ApiFailure('abort', { errno: 600003 }))
  }

  on(name: string, listener: Listener): void {
    this.heard.set(name, (this.heard.get(name) ?? new Set()).add(listener))
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.heard.get(name)?.delete(listener)
    else this.heard.delete(name)
  }

  say(name: string, told: object): void {
    for (const listener of this.heard.get(name) ?? []) listener(told)
  }

  endAfter(ms: number): () => void {
    const timer = setTimeout(() => this.controller.abort(new ApiFailure('timeout', { errno: 5 })), ms)
    return () => clearTimeout(timer)
  }
}

/** What the app holds of a task. */
const handed = (task: Task): object =>
  Object.fromEntries([
    ['abort', () => task.abort()],
    ...['HeadersReceived', 'ProgressUpdate', 'ChunkReceived'].flatMap((name): [string, unknown][] => [
      [`on${name}`, (listener: Listener) => task.on(name, listener)],
      [`off${name}`, (listener?: Listener) => task.off(name, listener)],
    ]),
  ])

const taskApi =
  (name: string, work: (options: Options, task: Task) => Promise<object>) =>
  (given: unknown): object => {
    const options = optionsIn(given)
    const task = new Task()
    const stop = task.endAfter(numberIn(options, 'timeout', TIMEOUT_MS))
    const answer = settled(name, (all) => work(all, task), options)
    answer.then(stop, stop)
    tell(answer, options)
    return handed(task)
  }

async function fetched(url: string, task: Task, request: RequestInit): Promise<Response> {
  try {
    const answer = await fetch(url, { ...request, signal: task.signal })
    task.say('HeadersReceived', { header: Object.fromEntries(answer.headers), statusCode: answer.status })
    return answer
  } catch (failure) {
    if (task.signal.reason instanceof ApiFailure) throw task.signal.reason
    throw new ApiFailure(failure instanceof Error ? failure.message : String(failure), { errno: 600001 })
  }
}

function headersIn(options: Options): Record<string, string> {
  const header = isObject(options.header) ? options.header : {}
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

const formOf = (fields: unknown): string =>
  new URLSearchParams(
    isObject(fields) ? Object.entries(fields).map(([name, value]) => [name, String(value)]) : [],
  ).toString()

function bodyOf(method: string, headers: Record<string, string>, content: unknown): BodyInit | undefined {
  if (method === 'GET' || method === 'HEAD' || content === undefined) return undefined
  if (typeof content === 'string' || content instanceof ArrayBuffer) return content
  headers['content-type'] ??= 'application/json'
  return headers['content-type'].includes('x-www-form-urlencoded') ? formOf(content) : JSON.stringify(content)
}

function addressWith(url: string, method: string, content: unknown): string {
  const query = method === 'GET' ? formOf(content) : ''
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

/** JSON when it is some; the text as it came otherwise. */
function read(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

async function request(options: Options, task: Task): Promise<object> {
  const method = textIn(options, 'method', 'GET').toUpperCase()
  const headers = headersIn(options)
  const body = bodyOf(method, headers, options.data)
  const answer = await fetched(addressWith(needed(options, 'url'), method, options.data), task, {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
  const told = { statusCode: answer.status, header: Object.fromEntries(answer.headers), cookies: [] }
  if (options.responseType === 'arraybuffer') return { ...told, data: await answer.arrayBuffer() }
  return { ...told, data: read(await answer.text(), textIn(options, 'dataType', 'json')) }
}

async function download(options: Options, task: Task): Promise<object> {
  const url = needed(options, 'url')
  const answer = await fetched(url, task, { headers: headersIn(options) })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  task.say('ProgressUpdate', {
    progress: 100,
    totalBytesWritten: bytes.length,
    totalBytesExpectedToWrite: bytes.length,
  })
  const told = { statusCode: answer.status, header: Object.fromEntries(answer.headers), dataLength: bytes.length }
  const filePath = textIn(options, 'filePath')
  const extension = extensionFor(answer.headers.get('content-type') ?? '', new URL(url, location.href).pathname)
  if (filePath === '') return { ...told, tempFilePath: keepTemporary(bytes, extension) }
  fileStore.write(filePath, bytes)
  return { ...told, filePath, tempFilePath: filePath }
}

async function upload(options: Options, task: Task): Promise<object> {
  const path = needed(options, 'filePath')
  const form = new FormData()
  for (const [name, value] of Object.entries(isObject(options.formData) ? options.formData : {}))
    form.append(name, String(value))
  form.append(needed(options, 'name'), await bytesAt(path), nameOf(path))
  const answer = await fetched(needed(options, 'url'), task, {
    method: 'POST',
    headers: headersIn(options),
    body: form,
  })
  task.say('ProgressUpdate', { progress: 100 })
  return { statusCode: answer.status, data: await answer.text(), header: Object.fromEntries(answer.headers) }
}

register({
  request: taskApi('request', request),
  downloadFile: taskApi('downloadFile', download),
  uploadFile: taskApi('uploadFile', upload),
})
