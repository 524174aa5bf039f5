/** A picture, fitted or cropped as its mode says. */

import { make } from '../layer/make'
import { askAction } from '../layer/modal'
import { sourceOf } from '../wx/addresses'
import { savePicture } from '../wx/album'
import type { Host, NativeKind } from './host'
import type { Native } from './native'

const FITS: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
  top: ['none', 'top'],
  bottom: ['none', 'bottom'],
  center: ['none', 'center'],
  left: ['none', 'left'],
  right: ['none', 'right'],
  'top left': ['none', 'left top'],
  'top right': ['none', 'right top'],
  'bottom left': ['none', 'left bottom'],
  'bottom right': ['none', 'right bottom'],
}

function watchMode(host: Host, picture: HTMLImageElement): () => void {
  /** Two modes make the box as high or as wide as the picture asks for. */
  const fix = (): void => {
    const mode = host.text('mode', 'scaleToFill')
    const { naturalWidth, naturalHeight } = picture
    const ratio = naturalWidth > 0 ? `${naturalWidth} / ${naturalHeight}` : ''
    host.box.style.aspectRatio = mode.endsWith('Fix') ? ratio : ''
    if (mode === 'widthFix') host.box.style.height = 'auto'
    if (mode === 'heightFix') host.box.style.width = 'auto'
  }
  host.follow(['mode', 'style'], () => {
    const [fit, position] = FITS[host.text('mode', 'scaleToFill')] ?? ['fill', 'center']
    picture.style.objectFit = fit
    picture.style.objectPosition = position
    fix()
  })
  return fix
}

function watchSource(host: Host, picture: HTMLImageElement): void {
  let turn = 0
  host.follow(['src', 'lazyLoad'], () => {
    turn += 1
    const mine = turn
    const source = host.text('src')
    picture.loading = host.isOn('lazyLoad') ? 'lazy' : 'eager'
    if (source === '') return picture.removeAttribute('src')
    sourceOf(source).then(
      (address) => {
        if (mine === turn && picture.getAttribute('src') !== address) picture.src = address
      },
      (failure: unknown) => host.emit('error', { errMsg: String(failure) }),
    )
  })
}

function makeImage(host: Host): Native {
  const picture = make('img', { class: 'native-picture' })
  picture.alt = ''
  picture.draggable = false
  host.box.prepend(picture)
  const fix = watchMode(host, picture)
  watchSource(host, picture)
  picture.addEventListener('load', () => {
    picture.hidden = false
    fix()
    host.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight })
  })
  picture.addEventListener('error', () => {
    picture.hidden = true
    host.emit('error', { errMsg: `GET ${host.text('src')} failed` })
  })
  host.on('longpress', () => {
    if (host.isOn('showMenuByLongpress')) void offerPicture(host.text('src'))
  })
  return {}
}

async function offerPicture(source: string): Promise<void> {
  const chosen = await askAction(['保存图片'], '')
  if (chosen === 0) await savePicture(await sourceOf(source))
}

export const image: NativeKind = {
  supports: ['src', 'mode', 'lazyLoad', 'webp', 'fadeIn', 'showMenuByLongpress', 'svg'],
  make: makeImage,
}
export const coverImage: NativeKind = { ...image, supports: ['src'] }
