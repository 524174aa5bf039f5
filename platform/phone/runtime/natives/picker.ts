/** A row that opens wheels at the foot of the screen: from a list, from several, a time, a day, a region. */
import { type Column, type PickerAnswer, pickOn, regionFields } from '../layer/picker'
import { type DateFields, dateColumns, timeColumns } from '../layer/picker-days'
import { type Host, type NativeKind, refuse } from './host'
import type { Native } from './native'

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A row of a range: itself, or what it holds under range-key. */
function wordsOf(row: unknown, key: string): string {
  if (key === '' || typeof row !== 'object' || row === null) return String(row ?? '')
  return String(Reflect.get(row, key) ?? '')
}

const numbersOf = (value: unknown, length: number): number[] =>
  Array.from({ length }, (_, at) => Number(listOf(value)[at] ?? 0) || 0)

function columnsOf(host: Host, stands: unknown, chosen: readonly number[] | undefined): Column[] {
  const key = host.text('rangeKey')
  const range = listOf(host.read('range'))
  const isOne = host.text('mode', 'selector') === 'selector'
  const lists = isOne ? [range] : range.map(listOf)
  const at = chosen ?? numbersOf(isOne ? [stands] : stands, lists.length)
  return lists.map((rows, index) => ({ rows: rows.map((row) => wordsOf(row, key)), at: at[index] ?? 0 }))
}

const isFields = (text: string): text is DateFields => text === 'year' || text === 'month' || text === 'day'

/** What the wheels answer, as `change` tells it. */
function toldOf(mode: string, { indexes, words }: PickerAnswer): unknown {
  if (mode === 'selector') return String(indexes[0] ?? 0)
  if (mode === 'multiSelector') return indexes
  if (mode === 'region') return words
  return words.join(mode === 'time' ? ':' : '-')
}

/** Answers what was picked, as `change` tells it. */
async function open(host: Host, stands: () => unknown): Promise<unknown> {
  const mode = host.text('mode', 'selector')
  const title = host.text('headerText', '选一项')
  const [start, end, value] = [host.text('start'), host.text('end'), String(stands() ?? '')]
  const fields = host.text('fields', 'day')
  const wheels = {
    selector: () => pickOn({ title, columns: (chosen) => columnsOf(host, stands(), chosen) }),
    multiSelector: () =>
      pickOn({
        title,
        columns: (chosen) => columnsOf(host, stands(), chosen),
        moved: (column, at) => host.emit('columnchange', { column, value: at }),
        watch: (redraw) => [host.follow(['range'], () => redraw(true)), host.follow(['value'], () => redraw(false))],
      }),
    time: () => pickOn({ title, ...timeColumns({ value, start, end }) }),
    date: () => pickOn({ title, ...dateColumns({ value, start, end, fields: isFields(fields) ? fields : 'day' }) }),
    region: () => regionFields(title, listOf(stands()).map(String)),
  }
  if (!(mode in wheels)) {
    refuse('picker', `mode="${mode}"`)
    return undefined
  }
  const answer = await wheels[mode as keyof typeof wheels]()
  if (!answer) {
    host.emit('cancel')
    return undefined
  }
  const told = toldOf(mode, answer)
  host.emit('change', { value: told, ...(mode === 'region' && { code: [], postcode: '' }) })
  return told
}

function makePicker(host: Host): Native {
  /** What was picked stands until the app says otherwise. */
  let stands: unknown
  host.follow(['value'], () => {
    stands = host.read('value')
  })
  const press = async (): Promise<void> => {
    if (host.isOn('disabled')) return
    stands = (await open(host, () => stands)) ?? stands
  }
  host.on('tap', () => void press())
  return {
    value: () => stands,
    isDisabled: () => host.isOn('disabled'),
    press: () => void press(),
    choose: (value) => {
      stands = value
      host.emit('change', { value })
    },
  }
}

export const picker: NativeKind = {
  supports: [
    ...['mode', 'disabled', 'range', 'rangeKey', 'value', 'start', 'end', 'fields', 'name', 'headerText'],
    'customItem',
  ],
  harmless: { level: 'region' },
  make: makePicker,
}
