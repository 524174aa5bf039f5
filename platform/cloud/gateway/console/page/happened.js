/** What happened: calls, notices, log. */
import { ask, make, note, table, when } from './elements.js'

const middle = (numbers) => [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0

export async function calls() {
  const rows = await ask('calls.json')
  const name = ({ fn, endpoint }) => (endpoint ? `${fn} / ${endpoint}` : fn)
  const groups = new Map()
  for (const row of rows) groups.set(name(row), [...(groups.get(name(row)) ?? []), row])
  return [
    make('h2', {}, 'By endpoint'),
    table(
      [
        ['Endpoint', ([key]) => key],
        ['Calls', ([, all]) => String(all.length), true],
        ['Median ms', ([, all]) => middle(all.map(({ ms }) => ms)).toFixed(1), true],
        ['Most waits', ([, all]) => String(Math.max(...all.map(({ waits }) => waits))), true],
        ['Failed', ([, all]) => String(all.filter(({ failure }) => failure).length), true],
      ],
      [...groups],
    ),
    make('h2', {}, 'The last ones'),
    table(
      [
        ['At', ({ at }) => when(at)],
        ['Endpoint', name],
        ['From', ({ source }) => source],
        ['ms', ({ ms }) => ms.toFixed(1), true],
        ['Waits', ({ waits }) => String(waits), true],
        ['Requests', ({ requests }) => String(requests), true],
        ['Failure', ({ failure }) => failure],
      ],
      rows,
      ({ failure }) => failure,
    ),
    note('A wait is one stand for the database, however many requests went together.'),
  ]
}

export async function notices() {
  const [sent, links] = await Promise.all([ask('notices.json'), ask('links.json')])
  return [
    make('h2', {}, 'Sent'),
    table(
      [
        ['At', ({ at }) => when(at)],
        ['To', ({ to }) => to],
        ['Template', ({ templateId }) => templateId],
        [
          'Says',
          ({ fields }) =>
            Object.entries(fields)
              .map(([key, value]) => `${key}: ${value}`)
              .join('\n'),
        ],
        ['Opens', ({ page }) => page],
      ],
      sent,
    ),
    make('h2', {}, 'Links into the app'),
    table(
      [
        ['Link', ({ link }) => link],
        ['Opens', ({ page, query }) => (query ? `${page}?${query}` : page)],
        ['Until', ({ until }) => when(until)],
      ],
      links,
    ),
  ]
}

export const log = async () => [
  table(
    [
      ['At', ({ at }) => when(at)],
      ['Function', ({ fn }) => fn],
      ['Level', ({ level }) => level],
      ['Text', ({ text }) => text],
    ],
    (await ask('log.json')).map((line) => JSON.parse(line)),
    ({ level }) => level === 'error',
  ),
]
