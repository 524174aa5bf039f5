/** The scanner: a poster from the host's wall, a picture of the person's own, or what the code says, typed. */
import { type Poster, posters } from '../host'
import { fileField } from './files'
import { make, pressable } from './make'
import { blobOf, pickedOf, readCode } from './pictures'
import { present } from './sheets'

const TITLE = '扫一扫'
const NOTHING_FOUND = '这张图里没有码，换一张试试'

type Read = (picture: Promise<Blob>) => void

function wall(all: readonly Poster[], read: Read): HTMLElement[] {
  return all.map(({ label, imageUrl }) => {
    const picture = make('img', { class: 'scan-poster' })
    picture.src = imageUrl
    picture.alt = ''
    picture.loading = 'lazy'
    const fetched = (): void => read(fetch(imageUrl).then((answer) => answer.blob()))
    return pressable(label, 'scan-row', fetched, picture)
  })
}

function typing(settle: (said: string) => void): HTMLElement {
  const field = make('input', { class: 'sheet-field', label: '码里的字' })
  field.placeholder = '或写下码里的字'
  const send = pressable('就这个', 'sheet-button sheet-button-no', () => {
    if (field.value !== '') settle(field.value)
  })
  return make('div', { class: 'scan-typing' }, field, send)
}

/** What the code says; undefined when the person turned back. */
export function askCode(isCameraOnly: boolean): Promise<string | undefined> {
  return present({ name: 'scan', label: TITLE, place: 'full' }, (settle) => {
    const words = make('p', { class: 'sheet-words', role: 'status' })
    const rows = make('div', { class: 'scan-wall' })
    const read: Read = (picture) => {
      picture.then(readCode).then(
        (said) => {
          if (said === undefined) words.textContent = NOTHING_FOUND
          else settle(said)
        },
        () => {
          words.textContent = NOTHING_FOUND
        },
      )
    }
    const hung = posters().then((all) => rows.append(...wall(all, read)))
    const own = fileField({ title: '从相册选取', most: 1, accept: 'image/*' }, ([file]) => {
      if (file) read(Promise.resolve(file))
    })
    const cancel = (): void => settle(undefined)
    return {
      body: [make('h2', { class: 'sheet-title' }, TITLE), words, rows, ...(isCameraOnly ? [] : [own]), typing(settle)],
      buttons: { cancel: { words: '取消', kind: 'row', press: cancel } },
      answer: ({ text, files, index }) => {
        const [file] = files ?? []
        if (text !== undefined) settle(text)
        else if (file) read(Promise.resolve(blobOf(pickedOf(file))))
        else if (index !== undefined) void hung.then(() => rows.querySelectorAll('button').item(index)?.click())
        else return false
        return true
      },
    }
  })
}
