/** The sheets that lie over the app: each is a promise of what the person chose, by hand or through `answer`. */
import { layerElement, make, pressable } from './make'

export interface GivenFile {
  name: string
  /** Its bytes. */
  base64: string
  type?: string
}

/** What may be said to an open sheet in place of a finger. */
export interface Choice {
  /** Which sheet must be open; another one is a mistake of the test. */
  sheet?: string
  /** One of the sheet's buttons: confirm, cancel, allow, refuse, … */
  button?: string
  /** A row of a list. */
  index?: number
  /** What is typed, or what a scanned code says. */
  text?: string
  /** What a picker is set to, or which of several things are ticked. */
  value?: unknown
  /** What is picked. */
  files?: GivenFile[]
}

export interface SheetButton {
  words: string
  kind: 'yes' | 'no' | 'row'
  press(): void
}

export interface Drawn {
  body: Node[]
  buttons?: Record<string, SheetButton>
  /** True when the choice was understood; otherwise the button it names is pressed. */
  answer?(choice: Choice): boolean
  /** A tap beside the sheet. */
  leave?(): void
}

export interface SheetKind {
  name: string
  label: string
  place: 'foot' | 'middle' | 'full'
}

interface OpenSheet {
  name: string
  drawn: Drawn
  close(): void
}

const sheets: OpenSheet[] = []

const buttonRow = (buttons: Record<string, SheetButton>): HTMLElement[] => {
  const made = Object.entries(buttons).map(([name, { words, kind, press }]) => {
    const button = pressable(words, `sheet-button sheet-button-${kind}`, press)
    button.dataset.name = name
    return button
  })
  return made.length > 0 ? [make('div', { class: 'sheet-buttons' }, ...made)] : []
}

/** `draw` is handed what closes the sheet with an answer. */
export function present<Answer>(
  { name, label, place }: SheetKind,
  draw: (settle: (answer: Answer) => void) => Drawn,
): Promise<Answer> {
  return new Promise((resolve) => {
    const cover = make('div', { class: `sheet-cover sheet-at-${place}` })
    const close = (): void => {
      cover.remove()
      const at = sheets.indexOf(open)
      if (at >= 0) sheets.splice(at, 1)
    }
    const drawn = draw((answer) => {
      close()
      resolve(answer)
    })
    const open: OpenSheet = { name, drawn, close }
    const sheet = make('div', { class: `sheet sheet-${name}`, role: 'dialog', label }, ...drawn.body)
    sheet.setAttribute('aria-modal', 'true')
    sheet.append(...buttonRow(drawn.buttons ?? {}))
    cover.append(sheet)
    cover.addEventListener('click', (event) => {
      if (event.target === cover) drawn.leave?.()
    })
    cover.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') drawn.leave?.()
    })
    sheets.push(open)
    layerElement().append(cover)
    sheet.tabIndex = -1
    sheet.focus({ preventScroll: true })
  })
}

export const openSheet = (): string | undefined => sheets.at(-1)?.name

export function answerSheet(choice: Choice): void {
  const top = sheets.at(-1)
  if (!top) throw new Error('no sheet is open')
  if (choice.sheet !== undefined && choice.sheet !== top.name)
    throw new Error(`the sheet "${top.name}" is open, not "${choice.sheet}"`)
  if (top.drawn.answer?.(choice)) return
  const buttons = top.drawn.buttons ?? {}
  const button = choice.button === undefined ? undefined : buttons[choice.button]
  if (!button) {
    const known = Object.keys(buttons).join(', ')
    throw new Error(`the sheet "${top.name}" cannot be answered with ${JSON.stringify(choice)}; its buttons: ${known}`)
  }
  button.press()
}

/** The app is started again: nothing it asked for is waited for any longer. */
export const closeSheets = (): void => {
  for (const sheet of [...sheets]) sheet.close()
}
