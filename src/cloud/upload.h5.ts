/** A file on its way to the cloud from a browser: put under inbox/, where only functions read. */
import { AppError } from '../../domain/kernel/errors'
import { pickFile } from './pick.h5'
import { newRequestId } from './random'
import type { Uploaded } from './upload'

export type { Uploaded }

const send = async (file: File, extension: string): Promise<string> => {
  const path = encodeURIComponent(`inbox/${newRequestId()}.${extension}`)
  const response = await fetch(`/storage/upload?path=${path}`, { method: 'POST', body: file }).catch(() => undefined)
  const answer: unknown = response?.ok ? await response.json() : undefined
  const hasId = typeof answer === 'object' && answer !== null && 'fileID' in answer
  if (!hasId || typeof answer.fileID !== 'string') throw new AppError('UNREACHABLE', { reason: 'not uploaded' })
  return answer.fileID
}

/** Nothing when the person turned back. `extension` without its dot. */
export const uploadFile = async (extension: string): Promise<Uploaded | undefined> => {
  const file = await pickFile(`.${extension}`)
  return file && { fileId: await send(file, extension), name: file.name }
}
