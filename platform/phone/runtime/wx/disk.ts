/** What the app keeps in files across its starts: in the origin's IndexedDB, read whole before the app begins and written behind it. */

export interface Row {
  path: string
  /** None of a folder. */
  bytes?: Uint8Array<ArrayBuffer>
  at: number
}

const NAME = 'phone-files'
const STORE = 'files'

let opened: Promise<IDBDatabase | undefined> | undefined
let last: Promise<void> = Promise.resolve()
let open = 0

const answered = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })

async function start(): Promise<IDBDatabase | undefined> {
  try {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'path' })
    return await answered(request)
  } catch {
    console.warn('[phone] this browser keeps no files for this page: what the app writes goes with it')
    return undefined
  }
}

const database = (): Promise<IDBDatabase | undefined> => {
  opened ??= start()
  return opened
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'path' in value && 'at' in value

async function change(apply: (store: IDBObjectStore) => void): Promise<void> {
  const kept = await database()
  if (!kept) return
  const transaction = kept.transaction(STORE, 'readwrite')
  apply(transaction.objectStore(STORE))
  transaction.commit()
  await new Promise((done, failed) => {
    transaction.oncomplete = done
    transaction.onabort = () => failed(transaction.error)
  })
}

/** One after the other, as the app wrote them. */
function behind(apply: (store: IDBObjectStore) => void): void {
  open += 1
  last = last
    .then(() => change(apply))
    .catch((failure: unknown) => console.warn('[phone] a file was not kept:', failure))
    .finally(() => {
      open -= 1
    })
}

export const disk = {
  async rows(): Promise<Row[]> {
    const kept = await database()
    const rows: unknown[] = kept ? await answered(kept.transaction(STORE).objectStore(STORE).getAll()) : []
    return rows.filter(isRow)
  },
  put: (row: Row): void => behind((store) => store.put(row)),
  drop: (path: string): void => behind((store) => store.delete(path)),
  /** Whether something written is still on its way. */
  isBusy: (): boolean => open > 0,
  /** Resolves when everything written so far is kept. */
  settled: (): Promise<void> => last,
}
