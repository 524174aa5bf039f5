/** The failures this cloud answers, under the codes wx-server-sdk turns into its numbers. */

export type WireCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_PERMISSION_DENIED'
  | 'DATABASE_COLLECTION_EXCEED_LIMIT'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'EXCEED_CONCURRENT_REQUEST_LIMIT'
  | 'EXCEED_REQUEST_LIMIT'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'INVALID_PARAM'
  | 'SERVER_TIMEOUT'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_SIGN_PARAM_INVALID'
  | 'SYS_ERR'

/** A failure that has a name on the wire. */
export class CloudError extends Error {
  constructor(
    readonly code: WireCode,
    message: string,
  ) {
    super(message)
  }
}

/** A failure to start, told to the person at the keyboard in one sentence. */
export class StartError extends Error {}

export const refuse = (what: string): CloudError =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `${what} is not supported by this local cloud`)

/** What MongoDB itself would refuse. */
export const fail = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

export const invalid = (message: string): CloudError => new CloudError('INVALID_PARAM', message)

export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
