/** Where a chat's file, a picture of the album or a shot of the camera would be: a file of the person's own. */
import { make } from './make'
import { type Picked, pickedFrom, pickedOf } from './pictures'
import { present } from './sheets'

export interface Wanted {
  title: string
  most: number
  /** As a file field's accept: `.xlsx,.csv` or `image/*`. */
  accept: string
  /** What is said above the field. */
  words?: string
  /** Of the sheet. */
  name?: string
}

const isWanted = ({ name, type }: Pick<Picked, 'name' | 'type'>, accept: string): boolean =>
  accept === '' ||
  accept.split(',').some((one) => (one.startsWith('.') ? name.endsWith(one) : type.startsWith(one.replace('*', ''))))

/** In words for the person, why these cannot be taken. */
function whyNot(files: readonly Picked[], { most, accept }: Wanted): string | undefined {
  if (files.length > most) return `最多 ${most} 个，再挑一次`
  const other = files.find((file) => !isWanted(file, accept))
  return other && `${other.name} 在这里用不上，换一个`
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
  return present({ name: wanted.name ?? 'files', label: wanted.title, place: 'foot' }, (settle) => {
    const words = make('p', { class: 'sheet-words', role: 'status' }, wanted.words)
    const taken = async (files: File[]): Promise<void> => {
      const picked = await Promise.all(files.map(pickedFrom))
      const refused = whyNot(picked, wanted)
      if (refused === undefined) settle(picked)
      else words.textContent = refused
    }
    const cancel = (): void => settle(undefined)
    return {
      body: [
        make('h2', { class: 'sheet-title' }, wanted.title),
        words,
        fileField(wanted, (files) => {
          if (files.length > 0) void taken(files)
        }),
      ],
      buttons: { cancel: { words: '取消', kind: 'row', press: cancel } },
      answer: ({ files }) => {
        if (!files) return false
        const picked = files.map(pickedOf)
        const refused = whyNot(picked, wanted)
        if (refused !== undefined) throw new Error(refused)
        settle(picked)
        return true
      },
      leave: cancel,
    }
  })
}
