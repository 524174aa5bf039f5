/** A sheet somebody sent to the inbox. */
import { wrongFile } from '../../domain/kernel/sheet'
import { files } from './cloud'
import { TooLarge } from './download'
import { type Asked, readSheet, type TakenRow } from './sheet'

const fetched = async (fileId: string, maxBytes: number): Promise<Buffer> => {
  if (!fileId.includes('/inbox/')) throw wrongFile.missing('not from the inbox')
  try {
    return await files.readUpTo(fileId, maxBytes)
  } catch (error) {
    if (error instanceof TooLarge) throw wrongFile.large(error.bytes, maxBytes)
    throw wrongFile.missing(error instanceof Error ? error.message : String(error))
  }
}

/** From the inbox, and no further than `maxBytes` of it: a larger file is not even fetched whole. */
export const readSheetFile = async <K extends string>(
  fileId: string,
  asked: Asked<K>,
): Promise<{ rows: TakenRow<K>[] }> => readSheet(await fetched(fileId, asked.maxBytes), asked)
