/** wx.getFileSystemManager: each deed of a file system at once or with callbacks, and the files saved without a place. */
import { asyncApi, type Options, optionsIn } from './define'
import { disk } from './disk'
import { DEEDS, type Deed, type Given, missing, pathIn, SAVE } from './file-deeds'
import { fileStore } from './files'
import { strict } from './lacking'
import { register } from './registry'

const withCallbacks = (name: string, { run, takes, answers }: Deed): [string, unknown] => [
  name,
  asyncApi(name, async (options: Options) => {
    const answer = run(...takes.map((one) => options[one]))
    await disk.settled()
    return answers === undefined ? {} : { [answers]: answer }
  }),
]

const atOnce = (name: string, { run }: Deed): [string, unknown] => [
  `${name}Sync`,
  (...given: Given[]) => {
    try {
      return run(...given)
    } catch (failure) {
      throw new Error(`${name}Sync:fail ${failure instanceof Error ? failure.message : failure}`)
    }
  },
]

const getFileInfo = asyncApi('getFileInfo', (given) => {
  const { filePath } = optionsIn(given)
  const found = fileStore.stat(pathIn(filePath))
  if (!found) throw missing('getFileInfo', String(filePath))
  return { size: found.size }
})

function removeSaved(given: Given): void {
  const path = pathIn(given)
  if (!fileStore.saved().some(({ filePath }) => filePath === path)) throw missing('removeSavedFile', path)
  fileStore.remove(path)
}

function savedInfo(given: Given): object {
  const found = fileStore.saved().find(({ filePath }) => filePath === given)
  if (!found) throw missing('getSavedFileInfo', String(given))
  return { size: found.size, createTime: found.createTime }
}

/** These stand beside the file system too, under the same names. */
const ofSaved = {
  getSavedFileList: asyncApi('getSavedFileList', () => ({ fileList: fileStore.saved() })),
  removeSavedFile: asyncApi('removeSavedFile', async ({ filePath }) => {
    removeSaved(filePath)
    await disk.settled()
  }),
}

const [, saveFile] = withCallbacks('saveFile', SAVE)

const fileSystem = strict(
  {
    ...Object.fromEntries(
      Object.entries(DEEDS).flatMap(([name, deed]) => [withCallbacks(name, deed), atOnce(name, deed)]),
    ),
    getFileInfo,
    ...ofSaved,
  },
  'FileSystemManager.',
)

register({
  getFileSystemManager: () => fileSystem,
  getFileInfo,
  ...ofSaved,
  saveFile,
  getSavedFileInfo: asyncApi('getSavedFileInfo', ({ filePath }) => savedInfo(filePath)),
})
