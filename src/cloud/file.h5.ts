/** What to do with a temporary link in a browser: it opens or saves by itself. */
import { AppError } from '../../domain/kernel/errors'

/** Where a picture is found after it was kept. */
export const picturesGo = '“下载”'

/** Files come through the host that served this page: it may keep them under a name, and speaks to no other. */
export const fileAddress = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}

const follow = (url: string, name: string): void => {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener'
  if (name) link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
}

const keep = (bytes: Blob, name: string): void => {
  const url = URL.createObjectURL(bytes)
  follow(url, name)
  URL.revokeObjectURL(url)
}

export const openFile = async (url: string, fileType: 'xlsx' | 'pdf'): Promise<void> =>
  follow(fileAddress(url), fileType === 'xlsx' ? 'nuanhu.xlsx' : '')

/** A document that came inside an answer. */
export const openBase64 = async (base64: string, fileType: 'xlsx' | 'pdf'): Promise<void> => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  keep(new Blob([bytes]), `nuanhu.${fileType}`)
}

export const saveImage = async (url: string): Promise<boolean> => {
  const answer = await fetch(fileAddress(url)).catch(() => {
    throw new AppError('UNREACHABLE')
  })
  if (!answer.ok) throw new AppError('NOT_FOUND', { reason: `status ${answer.status}` })
  keep(await answer.blob(), 'nuanhu.png')
  return true
}
