/** Files in the cloud's storage, as the one caller of its SDK hands them out. */
import { AppError } from '../../domain/kernel/errors'
import type { Cloud } from '../../types/cloud'
import { download } from './download'

export const filesOf = (sdk: Cloud) => {
  const files = {
    put: async (path: string, content: Buffer): Promise<string> =>
      (await sdk.uploadFile({ cloudPath: path, fileContent: content })).fileID,
    read: async (fileId: string): Promise<Buffer> => {
      const { fileContent } = await sdk.downloadFile({ fileID: fileId })
      return Buffer.from(fileContent)
    },
    /** Throws TooLarge without having fetched more than `maxBytes`. */
    readUpTo: async (fileId: string, maxBytes: number): Promise<Buffer> => download(await files.link(fileId), maxBytes),
    /** A link that lives ten minutes. */
    link: async (fileId: string): Promise<string> => {
      const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: 600 }] })
      const url = fileList[0]?.tempFileURL
      if (!url) throw new AppError('NOT_FOUND', { reason: `no link for ${fileId}` })
      return url
    },
    remove: async (fileId: string): Promise<void> => {
      await sdk.deleteFile({ fileList: [fileId] })
    },
  }
  return files
}
