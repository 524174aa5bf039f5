/** The wheels a picker opens at the foot of the screen. */
import { make, pressable } from './make'
import { present } from './sheets'

export interface Column {
  rows: readonly string[]
  at: number
  /** Said behind each row: 年, 月, 日. */
  unit?: string
}

export interface PickerAnswer {
  indexes: number[]
  words: string[]
}

export interface Wheels {
  title: string
  /** What stands on the wheels while these rows are chosen; at first nothing is. */
  columns(chosen: readonly number[] | undefined): Column[]
  moved?(column: number, at: number): void
  /** Is handed what draws the wheels again, keeping or dropping what is chosen; answers what ends that. */
  watch?(redraw: (keepsChosen: boolean) => void): (() => void)[]
}

const inRange = (at: number, length: number): number => Math.min(Math.max(at, 0), Math.max(0, length - 1))

function wheel({ rows, at, unit = '' }: Column, turn: (at: number) => void): HTMLElement {
  const options = rows.map((row, index) => {
    const option = pressable(`${row}${unit}`, 'wheel-row', () => turn(index))
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', String(index === at))
    return option
  })
  const drawn = make('div', { class: 'wheel', role: 'listbox' }, ...options)
  queueMicrotask(() => options[at]?.scrollIntoView({ block: 'center' }))
  return drawn
}

/** What a test sets the wheels to: rows by number, or by their words, '2021-02-20' or '08:30' too. */
const partsOf = (value: unknown): (string | number)[] => {
  if (Array.isArray(value)) return value.map((part) => (typeof part === 'number' ? part : String(part)))
  return typeof value === 'number' ? [value] : String(value).split(/[-:]/)
}

class Turning {
  private chosen: number[]
  private readonly watching: (() => void)[]

  constructor(
    private readonly wheels: Wheels,
    private readonly box: HTMLElement,
  ) {
    this.chosen = this.columns(undefined).map(({ at }) => at)
    this.draw()
    this.watching = wheels.watch?.((keepsChosen) => this.redraw(keepsChosen)) ?? []
  }

  private columns(chosen: readonly number[] | undefined): Column[] {
    return this.wheels.columns(chosen).map((column) => ({ ...column, at: inRange(column.at, column.rows.length) }))
  }

  private draw(): void {
    const columns = this.columns(this.chosen)
    this.chosen = columns.map(({ at }) => at)
    this.box.replaceChildren(...columns.map((column, index) => wheel(column, (at) => this.turn(index, at))))
  }

  private redraw(keepsChosen: boolean): void {
    if (!keepsChosen) this.chosen = this.columns(undefined).map(({ at }) => at)
    this.draw()
  }

  turn(column: number, at: number): void {
    if (this.chosen[column] === at) return
    this.chosen[column] = at
    this.draw()
    this.wheels.moved?.(column, at)
  }

  set(value: unknown): void {
    partsOf(value).forEach((part, column) => {
      const rows = this.columns(this.chosen)[column]?.rows ?? []
      const at = typeof part === 'number' ? part : rows.findIndex((row) => row === part || Number(row) === Number(part))
      if (rows[at] === undefined) throw new Error(`the picker has no row ${JSON.stringify(part)}`)
      this.turn(column, at)
    })
  }

  end(): void {
    for (const stop of this.watching) stop()
  }

  answer(): PickerAnswer {
    const columns = this.columns(this.chosen)
    return { indexes: columns.map(({ at }) => at), words: columns.map(({ rows, at }) => rows[at] ?? '') }
  }
}

/** Undefined when the person turned back. */
export function pickOn(wheels: Wheels): Promise<PickerAnswer | undefined> {
  return present({ name: 'picker', label: wheels.title, place: 'foot' }, (settle) => {
    const box = make('div', { class: 'wheels' })
    const turning = new Turning(wheels, box)
    const end = (answer: PickerAnswer | undefined): void => {
      turning.end()
      settle(answer)
    }
    const cancel = (): void => end(undefined)
    const confirm = (): void => end(turning.answer())
    return {
      body: [make('h2', { class: 'sheet-title' }, wheels.title), box],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: cancel },
        confirm: { words: '确定', kind: 'yes', press: confirm },
      },
      answer: ({ value, index }) => {
        const wanted = value ?? index
        if (wanted === undefined) return false
        turning.set(wanted)
        confirm()
        return true
      },
      leave: cancel,
    }
  })
}

/** A region is typed: this phone knows no table of them. */
export function regionFields(title: string, value: readonly string[]): Promise<PickerAnswer | undefined> {
  return present({ name: 'picker', label: title, place: 'foot' }, (settle) => {
    const fields = ['省', '市', '区'].map((unit, at) => {
      const field = make('input', { class: 'sheet-field', label: unit })
      field.placeholder = unit
      field.value = value[at] ?? ''
      return field
    })
    const confirm = (): void => settle({ indexes: [], words: fields.map((field) => field.value) })
    return {
      body: [make('h2', { class: 'sheet-title' }, title), ...fields],
      buttons: {
        cancel: { words: '取消', kind: 'no', press: () => settle(undefined) },
        confirm: { words: '确定', kind: 'yes', press: confirm },
      },
      answer: ({ value: given }) => {
        if (!Array.isArray(given)) return false
        settle({ indexes: [], words: given.map(String) })
        return true
      },
      leave: () => settle(undefined),
    }
  })
}
