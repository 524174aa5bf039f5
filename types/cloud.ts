/** The part of wx-server-sdk 4.0.2 the product calls, as promises; its own declarations mix them with callbacks. */
export type Query = {
  where(filter: object): Query
  orderBy(field: string, way: 'asc' | 'desc'): Query
  limit(n: number): Query
  field(projection: object): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(input: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type Doc = { get(): Promise<{ data: unknown }> }
export type DatabaseCollection = Query & {
  doc(id: string): Doc
  /** Of a list it answers `_ids`. */
  add(input: { data: object | object[] }): Promise<{ _id?: string; _ids?: string[] }>
}
/** Single documents only: `where` is refused inside. */
export type Transaction = {
  collection(name: string): {
    doc(id: string): Doc & { update(input: { data: object }): Promise<{ stats: { updated: number } }> }
    add(input: { data: object }): Promise<{ _id: string }>
  }
}
export type Command = {
  inc(by: number): object
  set(value: unknown): object
  remove(): object
  min(value: unknown): object
  push(rows: unknown[]): object
  pull(match: object): object
  lt(value: unknown): object
  lte(value: unknown): object
  gt(value: unknown): object
  gte(value: unknown): object
  in(values: unknown[]): object
  nin(values: unknown[]): object
  neq(value: unknown): object
  exists(is: boolean): object
  elemMatch(match: object): object
  not(condition: object): object
  or(filters: object[]): Record<string, unknown>
  and(filters: object[]): Record<string, unknown>
}
export type Database = {
  command: Command
  collection(name: string): DatabaseCollection
  /** Tries a conflict at commit again so many times by itself, and at once; one inside `work` never. */
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times: number): Promise<T>
}

export type Cloud = {
  DYNAMIC_CURRENT_ENV: symbol
  init(input: { env: symbol }): void
  database(input: { throwOnNotFound: boolean }): Database
  getWXContext(): { OPENID?: string; SOURCE?: string }
  callFunction(input: { name: string; data: object; timeout: number }): Promise<{ result: unknown }>
  uploadFile(input: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(input: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(input: {
    fileList: { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: { tempFileURL: string }[] }>
  deleteFile(input: { fileList: string[] }): Promise<unknown>
  openapi: {
    phonenumber: {
      getPhoneNumber(input: {
        code: string
      }): Promise<{ phoneInfo?: { purePhoneNumber?: string; countryCode?: string } }>
    }
    wxacode: {
      getUnlimited(input: {
        scene: string
        page: string
        checkPath: boolean
        width: number
      }): Promise<{ buffer: Buffer; contentType: string }>
    }
    security: {
      msgSecCheck(input: {
        version: 2
        scene: 1 | 2 | 3 | 4
        openid: string
        content: string
      }): Promise<{ result?: { suggest?: string; label?: number } }>
      mediaCheckAsync(input: {
        version: 2
        scene: 1 | 2 | 3 | 4
        openid: string
        mediaUrl: string
        mediaType: 1 | 2
      }): Promise<{ traceId?: string }>
    }
    subscribeMessage: {
      send(input: {
        touser: string
        templateId: string
        page: string
        data: Record<string, { value: string }>
      }): Promise<unknown>
    }
  }
}
