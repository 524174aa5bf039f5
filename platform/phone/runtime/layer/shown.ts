/** What is only looked at: pictures, a document, a call, a page handed on to a friend. */
import { make, pressable } from './make'
import { blobOf, saveAs, typeOf } from './pictures'
import { type Drawn, present } from './sheets'

const closing = (settle: (answer: undefined) => void): Pick<Drawn, 'leave' | 'buttons'> => {
  const press = (): void => settle(undefined)
  return { buttons: { cancel: { words: '关上', kind: 'row', press } }, leave: press }
}

export function showPictures(addresses: readonly string[], first: number): Promise<undefined> {
  return present({ name: 'preview', label: '看图片', place: 'full' }, (settle) => {
    const pictures = addresses.map((address) => {
      const picture = make('img', { class: 'preview-picture' })
      picture.src = address
      picture.alt = ''
      return picture
    })
    queueMicrotask(() => pictures[first]?.scrollIntoView({ inline: 'center' }))
    return { body: [make('div', { class: 'preview' }, ...pictures)], ...closing(settle) }
  })
}

export interface Document {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export function showDocument({ name, bytes }: Document): Promise<undefined> {
  return present({ name: 'document', label: name, place: 'full' }, (settle) => {
    const size = `${(bytes.length / 1024).toFixed(1)} KB`
    const save = (): void => saveAs(blobOf({ bytes, type: typeOf(name) }), name)
    const keep = pressable('存到这台电脑', 'sheet-button sheet-button-yes', save)
    const body = [make('h2', { class: 'sheet-title' }, name), make('p', { class: 'sheet-words' }, size), keep]
    return { body, ...closing(settle) }
  })
}

/** True when the call was made. */
export function askCall(phoneNumber: string): Promise<boolean> {
  return present({ name: 'call', label: `拨打 ${phoneNumber}`, place: 'foot' }, (settle) => {
    const cancel = (): void => settle(false)
    return {
      body: [make('p', { class: 'sheet-words' }, `要拨打 ${phoneNumber} 吗`)],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: cancel },
        confirm: { words: '呼叫', kind: 'yes', press: () => settle(true) },
      },
      leave: cancel,
    }
  })
}

export interface Shared {
  title: string
  path: string
  imageUrl?: string
  /** Among everybody's posts, and not to one friend. */
  isForAll?: boolean
}

/** True when it was sent. */
export function askShare({ title, path, imageUrl, isForAll = false }: Shared): Promise<boolean> {
  const heading = isForAll ? '分享到朋友圈' : '发送给朋友'
  return present({ name: isForAll ? 'share-timeline' : 'share', label: heading, place: 'foot' }, (settle) => {
    const picture = make('img', { class: 'share-picture' })
    picture.alt = ''
    if (imageUrl !== undefined) picture.src = imageUrl
    const card = make(
      'div',
      { class: 'share-card' },
      make('strong', {}, title),
      ...(imageUrl === undefined ? [] : [picture]),
      make('code', { class: 'share-path' }, path),
    )
    const copy = (): void => void navigator.clipboard?.writeText(`${location.origin}/#${path}`).catch(() => undefined)
    const cancel = (): void => settle(false)
    return {
      body: [make('h2', { class: 'sheet-title' }, heading), card, pressable('抄下它的地址', 'sheet-row', copy)],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: cancel },
        confirm: { words: isForAll ? '发表' : '发送', kind: 'yes', press: () => settle(true) },
      },
      leave: cancel,
    }
  })
}

/** What becomes of a picture; undefined when the person turned back. */
export function askShareImage(address: string): Promise<'send' | 'save' | undefined> {
  return present({ name: 'share-image', label: '分享图片', place: 'foot' }, (settle) => {
    const picture = make('img', { class: 'share-picture' })
    picture.src = address
    picture.alt = ''
    const cancel = (): void => settle(undefined)
    return {
      body: [make('div', { class: 'share-card' }, picture)],
      buttons: {
        send: { words: '发送给朋友', kind: 'yes', press: () => settle('send') },
        save: { words: '保存图片', kind: 'no', press: () => settle('save') },
        cancel: { words: '取消', kind: 'no', press: cancel },
      },
      leave: cancel,
    }
  })
}

/** True when the file was sent. */
export function askShareFile({ name, bytes }: Document): Promise<boolean> {
  return present({ name: 'share-file', label: '发送给朋友', place: 'foot' }, (settle) => {
    const size = `${(bytes.length / 1024).toFixed(1)} KB`
    const save = (): void => saveAs(blobOf({ bytes, type: typeOf(name) }), name)
    const cancel = (): void => settle(false)
    return {
      body: [
        make('h2', { class: 'sheet-title' }, name),
        make('p', { class: 'sheet-words' }, size),
        pressable('存到这台电脑', 'sheet-row', save),
      ],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: cancel },
        confirm: { words: '发送', kind: 'yes', press: () => settle(true) },
      },
      leave: cancel,
    }
  })
}

/** A few paragraphs of somebody else's, such as the privacy guide. */
export function showWords(title: string, words: string): Promise<undefined> {
  return present({ name: 'words', label: title, place: 'full' }, (settle) => ({
    body: [make('h2', { class: 'sheet-title' }, title), make('p', { class: 'sheet-words' }, words)],
    ...closing(settle),
  }))
}
