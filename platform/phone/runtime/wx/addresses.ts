/** Where the browser finds what the app names: a file of the phone, of the package, of the cloud, of the web. */
import { linksOf } from '../host'
import { topPage } from '../pages'
import { ApiFailure } from './define'
import { blobAt, fileStore } from './files'

const isOfTheWeb = (path: string): boolean => /^(https?:|data:|blob:)/.test(path)

/** A path of the package, from its root or from the page in front. */
const ofThePackage = (path: string): string => {
  const { pathname } = new URL(path, `http://package/${topPage().route}`)
  return pathname
}

export async function sourceOf(path: string): Promise<string> {
  if (isOfTheWeb(path)) return path
  if (path.startsWith('wxfile://')) {
    const address = fileStore.address(path)
    if (address === undefined) throw new ApiFailure(`no such file or directory, open '${path}'`)
    return address
  }
  if (path.startsWith('cloud://')) {
    const link = (await linksOf([path])).get(path)
    if (link === undefined) throw new ApiFailure('STORAGE_EXCEED_AUTHORITY')
    return link
  }
  return ofThePackage(path)
}

export async function bytesAt(path: string): Promise<Blob> {
  const kept = path.startsWith('wxfile://') ? blobAt(path) : undefined
  if (kept) return kept
  const answer = await fetch(await sourceOf(path)).catch(() => undefined)
  if (!answer?.ok) throw new ApiFailure(`no such file or directory, open '${path}'`)
  return answer.blob()
}
