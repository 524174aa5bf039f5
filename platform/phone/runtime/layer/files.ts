/** Where a chat's file, a picture of the album or a shot of the camera would be: a file of the person's own. */
import { make } from './make'
import { type Picked, pickedFrom, pickedOf } from './pictures'
import { present } from './sheets'

export interface Wanted {
  title: string
  most: number
  /** As a file field's accept: `.xlsx,.csv` or `image/*`. */
  accept: string
}

/** What may be pressed or dropped upon to hand over files. */
export function fileField(wanted: Wanted, given: (files: File[]) => void): HTMLElement {
  const field = make('input', { class: 'file-field', label: wanted.title })
  field.type = 'file'
  field.accept = wanted.accept
  field.multiple = wanted.most > 1
  field.addEventListener('change', () => given([...(field.files ?? [])]))
  const box = make('label', { class: 'file-box' }, field, make('span', {}, '点这里挑，或把文件拖进来'))
  box.addEventListener('dragover', (event) => event.preventDefault())
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    given([...(event.dataTransfer?.files ?? [])])
  })
  return box
}

/** Undefined when the person turned back. */
export function askFiles(wanted: Wanted): Promise<Picked[] | undefined> {
  return present({ name: 'files', label: wanted.title, place: 'foot' }, (settle) => {
    const taken = (files: Promise<Picked>[]): void =>
      void Promise.all(files).then((all) => settle(all.slice(0, wanted.most)))
    const cancel = (): void => settle(undefined)
    return {
      body: [
        make('h2', { class: 'sheet-title' }, wanted.title),
        fileField(wanted, (files) => {
          if (files.length > 0) taken(files.map(pickedFrom))
        }),
      ],
      buttons: { cancel: { words: '取消', kind: 'row', press: cancel } },
      answer: ({ files }) => {
        if (!files) return false
        settle(files.slice(0, wanted.most).map(pickedOf))
        return true
      },
      leave: cancel,
    }
  })
}
