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

function columnsOf(host: Host, chosen: readonly number[] | undefined): Column[] {
  const key = host.text('rangeKey')
  const range = listOf(host.read('range'))
  const isOne = host.text('mode', 'selector') === 'selector'
  const lists = isOne ? [range] : range.map(listOf)
  const at = chosen ?? (isOne ? [host.number('value', 0)] : numbersOf(host.read('value'), lists.length))
  return lists.map((rows, index) => ({ rows: rows.map((row) => wordsOf(row, key)), at: at[index] ?? 0 }))
}

const isFields = (text: string): text is DateFields => text === 'year' || text === 'month' || text === 'day'

/** What the wheels answer becomes what `change` tells. */
function detailOf(host: Host, answer: PickerAnswer): object {
  const mode = host.text('mode', 'selector')
  if (mode === 'selector') return { value: String(answer.indexes[0] ?? 0) }
  if (mode === 'multiSelector') return { value: answer.indexes }
  if (mode === 'region') return { value: answer.words, code: [], postcode: '' }
  return { value: mode === 'time' ? answer.words.join(':') : answer.words.join('-') }
}

async function open(host: Host): Promise<void> {
  const mode = host.text('mode', 'selector')
  const title = host.text('headerText', '选一项')
  const [start, end, value] = [host.text('start'), host.text('end'), host.text('value')]
  const fields = host.text('fields', 'day')
  const wheels = {
    selector: () => pickOn({ title, columns: (chosen) => columnsOf(host, chosen) }),
    multiSelector: () =>
      pickOn({
        title,
        columns: (chosen) => columnsOf(host, chosen),
        moved: (column, at) => host.emit('columnchange', { column, value: at }),
        watch: (redraw) => {
          host.follow(['range'], () => redraw(true))
          host.follow(['value'], () => redraw(false))
        },
      }),
    time: () => pickOn({ title, ...timeColumns({ value, start, end }) }),
    date: () => pickOn({ title, ...dateColumns({ value, start, end, fields: isFields(fields) ? fields : 'day' }) }),
    region: () => regionFields(title, listOf(host.read('value')).map(String)),
  }
  if (!(mode in wheels)) return refuse('picker', `mode="${mode}"`)
  const answer = await wheels[mode as keyof typeof wheels]()
  if (answer) host.emit('change', detailOf(host, answer))
  else host.emit('cancel')
}

function makePicker(host: Host): Native {
  const press = (): void => {
    if (!host.isOn('disabled')) void open(host)
  }
  host.on('tap', press)
  return {
    value: () => host.read('value'),
    isDisabled: () => host.isOn('disabled'),
    press,
    choose: (value) => host.emit('change', { value }),
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
