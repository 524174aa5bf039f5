/** Files and pictures a person hands over, and those the app hands to the person. */
import { askFiles } from '../layer/files'
import { blobOf, extensionOf, type Picked, typeOf } from '../layer/pictures'
import { showDocument, showPictures } from '../layer/shown'
import { bytesAt, sourceOf } from './addresses'
import { savePicture } from './album'
import { ApiFailure, asyncApis, cancelled, needed, numberIn, type Options, textIn, textsIn } from './define'
import { blobAt, keepTemporary, nameOf, pickedType } from './files'
import { authorizePrivacy } from './privacy'
import { register } from './registry'

async function picked(name: string, title: string, most: number, accept: string): Promise<Picked[]> {
  await authorizePrivacy(name)
  const files = await askFiles({ title, most, accept })
  if (!files || files.length === 0) throw cancelled()
  return files
}

const kept = (file: Picked): { path: string; size: number } => ({
  path: keepTemporary(file.bytes, extensionOf(file.name)),
  size: file.bytes.length,
})

function acceptOf(options: Options): string {
  const type = textIn(options, 'type', 'all')
  if (type === 'image' || type === 'video') return `${type}/*`
  return type === 'file'
    ? textsIn(options, 'extension')
        .map((one) => `.${one.replace(/^\./, '')}`)
        .join(',')
    : ''
}

async function chooseMessageFile(options: Options): Promise<object> {
  const count = numberIn(options, 'count', 100)
  const files = await picked('chooseMessageFile', '从聊天里选文件', count, acceptOf(options))
  const time = Math.floor(Date.now() / 1000)
  return { tempFiles: files.map((file) => ({ ...kept(file), name: file.name, type: pickedType(file), time })) }
}

/** What a phone hands over unless its owner insists on the original; WeChat names no numbers. */
const COMPRESSED = { longest: 1440, quality: 0.8 }

async function smaller(file: Picked): Promise<Picked> {
  if (pickedType(file) !== 'image') return file
  const drawn = await createImageBitmap(blobOf(file)).catch(() => undefined)
  if (!drawn) return file
  const scale = Math.min(1, COMPRESSED.longest / Math.max(drawn.width, drawn.height))
  const sheet = new OffscreenCanvas(Math.round(drawn.width * scale), Math.round(drawn.height * scale))
  sheet.getContext('2d')?.drawImage(drawn, 0, 0, sheet.width, sheet.height)
  const blob = await sheet.convertToBlob({ type: 'image/jpeg', quality: COMPRESSED.quality })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return bytes.length < file.bytes.length ? { name: `${file.name}.jpg`, type: blob.type, bytes } : file
}

/** Only an app that takes nothing but the original is sure of it. */
const sized = ({ sizeType }: Options, files: readonly Picked[]): Promise<Picked[]> =>
  Promise.all(Array.isArray(sizeType) && !sizeType.includes('compressed') ? files : files.map((file) => smaller(file)))

async function chooseMedia(options: Options): Promise<object> {
  const types = options.mediaType === undefined ? ['image', 'video'] : textsIn(options, 'mediaType')
  const accept = types.includes('mix') ? 'image/*,video/*' : types.map((type) => `${type}/*`).join(',')
  const files = await sized(options, await picked('chooseMedia', '选照片', numberIn(options, 'count', 9), accept))
  const tempFiles = files.map((file) => {
    const { path, size } = kept(file)
    return { tempFilePath: path, size, fileType: pickedType(file) }
  })
  const isOneKind = new Set(tempFiles.map(({ fileType }) => fileType)).size === 1
  return { tempFiles, type: isOneKind ? tempFiles[0]?.fileType : 'mix' }
}

async function chooseImage(options: Options): Promise<object> {
  const files = await picked('chooseImage', '选照片', numberIn(options, 'count', 9), 'image/*')
  const tempFiles = (await sized(options, files)).map(kept)
  return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles }
}

async function imageInfo(options: Options): Promise<object> {
  const source = needed(options, 'src')
  const blob = await bytesAt(source)
  const { width, height } = await createImageBitmap(blob)
  const type = (blob.type || typeOf(source)).replace('image/', '')
  const path = source.startsWith('wxfile://') ? source : keepTemporary(new Uint8Array(await blob.arrayBuffer()), type)
  return { width, height, path, type, orientation: 'up' }
}

async function openDocument(options: Options): Promise<void> {
  const path = needed(options, 'filePath')
  const blob = blobAt(path)
  if (!blob) throw new ApiFailure(`file doesn't exist`)
  const type = textIn(options, 'fileType')
  const name = type === '' || extensionOf(path) === type ? nameOf(path) : `${nameOf(path)}.${type}`
  void showDocument({ name, bytes: new Uint8Array(await blob.arrayBuffer()) })
}

async function previewImage(options: Options): Promise<void> {
  const urls = textsIn(options, 'urls')
  if (urls.length === 0) throw new ApiFailure('parameter error: parameter.urls should have at least 1 item')
  const { current } = options
  const first = typeof current === 'number' ? current : Math.max(0, urls.indexOf(String(current ?? urls[0])))
  void showPictures(await Promise.all(urls.map(sourceOf)), first)
}

const isCanvas = (value: unknown): value is HTMLCanvasElement => value instanceof HTMLCanvasElement

async function canvasToFile(options: Options): Promise<object> {
  const { canvas } = options
  if (!isCanvas(canvas)) throw new ApiFailure('parameter error: only a canvas of type 2d can be read')
  const isJpeg = textIn(options, 'fileType', 'png') === 'jpg'
  const [x, y] = [numberIn(options, 'x', 0), numberIn(options, 'y', 0)]
  const [width, height] = [numberIn(options, 'width', canvas.width - x), numberIn(options, 'height', canvas.height - y)]
  const sheet = new OffscreenCanvas(numberIn(options, 'destWidth', width), numberIn(options, 'destHeight', height))
  sheet.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, sheet.width, sheet.height)
  const blob = await sheet.convertToBlob({
    type: isJpeg ? 'image/jpeg' : 'image/png',
    quality: numberIn(options, 'quality', 1),
  })
  return { tempFilePath: keepTemporary(new Uint8Array(await blob.arrayBuffer()), isJpeg ? 'jpg' : 'png') }
}

async function saveImage(options: Options): Promise<void> {
  await authorizePrivacy('saveImageToPhotosAlbum')
  await savePicture(needed(options, 'filePath'))
}

register(
  asyncApis({
    chooseMessageFile,
    chooseMedia,
    chooseImage,
    getImageInfo: imageInfo,
    openDocument,
    previewImage,
    saveImageToPhotosAlbum: saveImage,
    canvasToTempFilePath: canvasToFile,
  }),
)
