/** What whoever serves this page answers beside the app's own files; the page never says who it is. */

/** The host or the cloud behind it said no, with the number WeChat would give. */
export class HostRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message)
  }
}

/** Nobody answered: no network, or no host. */
export class HostUnreached extends Error {}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberIn = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

async function asked(path: string, request?: RequestInit): Promise<Response> {
  const answer = await fetch(path, request).catch((failure: unknown) => {
    throw new HostUnreached(String(failure))
  })
  if (answer.ok) return answer
  const said: unknown = await answer.json().catch(() => undefined)
  const body = isObject(said) ? said : {}
  const code = numberIn(body.errCode, numberIn(body.errno, -1))
  throw new HostRefused(answer.status, code, textIn(body.errMsg) || `status ${answer.status}`)
}

const posted = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** What a host may lack: then there is nothing of it. Without a network nobody knows. */
async function listAt(path: string): Promise<Record<string, unknown>[]> {
  const answer: unknown = await asked(path)
    .then((found) => found.json())
    .catch((failure: unknown) => {
      if (failure instanceof HostUnreached) throw failure
      return []
    })
  return Array.isArray(answer) ? answer.filter(isObject) : []
}

/** POST /call/<name>: calls a cloud function with the event as its body; the answer is what it returned. */
export async function callFunction(name: string, event: unknown): Promise<unknown> {
  const text = await (await asked(`/call/${encodeURIComponent(name)}`, posted(event))).text()
  return text === '' ? undefined : JSON.parse(text)
}

/** POST /storage/upload?path=<cloud path>: keeps the body in the cloud's storage; answers { fileID }. */
export async function upload(cloudPath: string, bytes: Blob): Promise<string> {
  const path = `/storage/upload?path=${encodeURIComponent(cloudPath)}`
  const said: unknown = await (await asked(path, { method: 'POST', body: bytes })).json()
  return isObject(said) ? textIn(said.fileID) : ''
}

/** POST /storage/links { fileList }: temporary links for files this person may read; answers [{ fileID, tempFileURL }]. A host that lacks it lets no phone read. */
export async function linksOf(fileList: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answer = await asked('/storage/links', posted({ fileList })).catch((failure: unknown) => {
    if (failure instanceof HostRefused) return undefined
    throw failure
  })
  const rows: unknown = await answer?.json()
  const links = Array.isArray(rows) ? rows.filter(isObject) : []
  return new Map(links.map(({ fileID, tempFileURL }) => [textIn(fileID), textIn(tempFileURL)]))
}

/** POST /wx/phone-code: the one-use code behind this person's phone number; answers { code }. */
export async function phoneCode(): Promise<string> {
  const said: unknown = await (await asked('/wx/phone-code', posted({}))).json()
  return isObject(said) ? textIn(said.code) : ''
}

/** POST /wx/subscribe { templateIds, accept }: which templates the person will hear of once; answers accept or reject for each. */
export async function subscribe(
  templateIds: readonly string[],
  accept: readonly string[],
): Promise<Record<string, unknown>> {
  const said: unknown = await (await asked('/wx/subscribe', posted({ templateIds, accept }))).json()
  return isObject(said) ? said : {}
}

export interface Template {
  id: string
  title: string
}

/** GET /phone/templates.json: [{ id, title }], what WeChat's console calls the app's notice templates. */
export const templates = async (): Promise<Template[]> =>
  (await listAt('/phone/templates.json')).map(({ id, title }) => ({ id: textIn(id), title: textIn(title) }))

export interface Poster {
  label: string
  imageUrl: string
}

/** GET /phone/posters.json: [{ label, imageUrl }], codes that hang on walls around here. A camera needs no network: without one it sees no wall of ours. */
export const posters = async (): Promise<Poster[]> => {
  const hung = await listAt('/phone/posters.json').catch((failure: unknown) => {
    if (failure instanceof HostUnreached) return []
    throw failure
  })
  return hung.map(({ label, imageUrl }) => ({ label: textIn(label), imageUrl: textIn(imageUrl) }))
}

export interface ServiceNotice {
  id: string
  title: string
  /** Shown one below the other. */
  rows: { label: string; value: string }[]
  /** The page a tap opens, with its query and without a slash before it. */
  page?: string
  at: string
}

function noticeIn(text: string): ServiceNotice | undefined {
  const said: unknown = JSON.parse(text)
  if (!isObject(said)) return undefined
  const rows = Array.isArray(said.rows) ? said.rows.filter(isObject) : []
  const page = textIn(said.page)
  return {
    id: textIn(said.id),
    title: textIn(said.title),
    rows: rows.map(({ label, value }) => ({ label: textIn(label), value: textIn(value) })),
    ...(page !== '' && { page }),
    at: textIn(said.at),
  }
}

/** GET /phone/notices (an event stream): every notice this person was ever sent, the oldest first, one a message; then `event: live`, and each new one as it arrives. */
export function watchNotices(arrived: (notice: ServiceNotice, isNew: boolean) => void): void {
  const stream = new EventSource('/phone/notices')
  let isLive = false
  stream.addEventListener('open', () => {
    isLive = false
  })
  stream.addEventListener('live', () => {
    isLive = true
  })
  stream.addEventListener('message', ({ data }) => {
    const notice = noticeIn(String(data))
    if (notice) arrived(notice, isLive)
  })
}
