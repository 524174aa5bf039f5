/** A sheet somebody sent to the inbox. */
import { AppError } from '../../domain/kernel/errors'
import { wrongFile } from '../../domain/kernel/sheet'
import { files } from './cloud'
import { TooLarge } from './download'
import { type Asked, readSheet, type TakenRow } from './sheet'

/** From the inbox, and no further than `maxBytes` of it: a larger file is not even fetched whole. */
export const readSheetFile = async <K extends string>(
  fileId: string,
  asked: Asked<K>,
): Promise<{ rows: TakenRow<K>[] }> => {
  if (!fileId.includes('/inbox/')) throw wrongFile.foreign()
  try {
    return readSheet(await files.readUpTo(fileId, asked.maxBytes), asked)
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof TooLarge) throw wrongFile.large(error.bytes, asked.maxBytes)
    throw wrongFile.broken(error instanceof Error ? error.message : String(error))
  }
}
