/** wx.cloud: functions and storage through whoever serves this page, failing with the numbers WeChat gives. */
import { callFunction, HostRefused, HostUnreached, linksOf, upload } from '../host'
import { extensionOf } from '../layer/pictures'
import { bytesAt } from './addresses'
import { hasCallback, isObject, needed, type Options, optionsIn, tell } from './define'
import { keepTemporary } from './files'
import { register } from './registry'

/** As the cloud's SDK throws it. */
class CloudFailure extends Error {
  readonly errMsg: string

  constructor(
    name: string,
    readonly errCode: number,
    words: string,
  ) {
    const said = `cloud.${name}:fail Error: errCode: ${errCode} | errMsg: ${words}`
    super(said)
    this.errMsg = said
  }
}

function failed(name: string, failure: unknown): CloudFailure {
  if (failure instanceof CloudFailure) return failure
  if (failure instanceof HostRefused) return new CloudFailure(name, failure.code, failure.message)
  const words = failure instanceof Error ? failure.message : String(failure)
  return new CloudFailure(name, -1, failure instanceof HostUnreached ? `request:fail ${words}` : words)
}

let isInitialised = false

const cloudApi =
  (name: string, work: (options: Options) => Promise<object>) =>
  (given?: unknown): Promise<object> | undefined => {
    const options = optionsIn(given)
    const run = async (): Promise<object> => {
      try {
        if (!isInitialised)
          throw new CloudFailure(name, -1, "Cloud API isn't enabled, please call init before using it")
        return { ...(await work(options)), errMsg: `cloud.${name}:ok` }
      } catch (failure) {
        throw failed(name, failure)
      }
    }
    const answer = run()
    if (!hasCallback(options)) return answer
    tell(answer, options)
    return undefined
  }

let calls = 0

async function call(options: Options): Promise<object> {
  calls += 1
  const result = await callFunction(needed(options, 'name'), options.data ?? {})
  return { result, requestID: `desk-${calls}` }
}

async function put(options: Options): Promise<object> {
  const fileID = await upload(needed(options, 'cloudPath'), await bytesAt(needed(options, 'filePath')))
  return { fileID, statusCode: 200 }
}

/** A file is named by its id, or by an object that holds it. */
const idsIn = ({ fileList }: Options): string[] =>
  (Array.isArray(fileList) ? fileList : []).map((file: unknown) => String(isObject(file) ? file.fileID : file))

const NOT_ALLOWED = { status: -503003, errMsg: 'STORAGE_EXCEED_AUTHORITY' }

async function links(options: Options): Promise<object> {
  const ids = idsIn(options)
  const found = await linksOf(ids)
  return {
    fileList: ids.map((fileID) => {
      const tempFileURL = found.get(fileID)
      if (tempFileURL === undefined) return { fileID, tempFileURL: '', maxAge: 0, ...NOT_ALLOWED }
      return { fileID, tempFileURL, maxAge: 7200, status: 0, errMsg: 'ok' }
    }),
  }
}

async function fetchFile(options: Options): Promise<object> {
  const fileID = needed(options, 'fileID')
  const link = (await linksOf([fileID])).get(fileID)
  if (link === undefined) throw new CloudFailure('downloadFile', NOT_ALLOWED.status, NOT_ALLOWED.errMsg)
  const bytes = new Uint8Array(await (await bytesAt(link)).arrayBuffer())
  return { tempFilePath: keepTemporary(bytes, extensionOf(fileID)), statusCode: 200 }
}

/** No client of this cloud may remove what lies in it. */
const remove = async (options: Options): Promise<object> => ({
  fileList: idsIn(options).map((fileID) => ({ fileID, ...NOT_ALLOWED })),
})

register({
  cloud: {
    init: () => {
      isInitialised = true
    },
    callFunction: cloudApi('callFunction', call),
    uploadFile: cloudApi('uploadFile', put),
    downloadFile: cloudApi('downloadFile', fetchFile),
    getTempFileURL: cloudApi('getTempFileURL', links),
    deleteFile: cloudApi('deleteFile', remove),
  },
})
