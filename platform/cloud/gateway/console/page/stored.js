/** What is stored: collections and files. */
import {
  ask,
  button,
  choice,
  field,
  form,
  indented,
  make,
  note,
  pre,
  redraw,
  say,
  table,
  text,
  when,
} from './elements.js'

const asked = { collection: '', query: '{}', order: '{}', offset: 0, limit: '20' }

async function findDocuments() {
  if (asked.collection === '') return [note('No collection yet.')]
  const [{ found, counted, ms }, plan] = await Promise.all([
    ask(`documents.json?${new URLSearchParams(asked)}`),
    ask(`explain.json?${new URLSearchParams(asked)}`),
  ])
  const turn = (by) => async () => {
    asked.offset = Math.max(0, asked.offset + by)
  }
  const limit = Number(asked.limit)
  const last = asked.offset + found.list.length
  return [
    make(
      'h2',
      {},
      `${counted.total} found, ${found.list.length === 0 ? 0 : asked.offset + 1} to ${last} in ${ms.toFixed(1)} ms`,
    ),
    make(
      'div',
      { class: 'row' },
      button('Earlier', turn(-limit), { disabled: asked.offset === 0 }),
      button('Later', turn(limit), { disabled: last >= counted.total }),
    ),
    pre(
      [
        plan.isExact ? 'decided by SQL' : 'SQL narrows, and every row found is then looked at',
        asked.order !== '{}' && (plan.isSorted ? 'in the order of an index' : 'sorted after reading'),
        plan.plan.some((line) => /^SCAN \w+$/.test(line)) && 'no index helps: all of the collection is read',
        ...plan.plan,
      ]
        .filter(Boolean)
        .join('\n'),
    ),
    ...found.list.map((one) => make('details', {}, make('summary', {}, one), make('pre', {}, indented(one)))),
  ]
}

export async function collections() {
  const counts = await ask('collections.json')
  asked.collection ||= Object.keys(counts)[0] ?? ''
  const run = async (given) => {
    Object.assign(asked, { query: '{}', order: '{}' }, given, { offset: 0 })
    redraw()
  }
  const options = Object.keys(counts)
  return [
    form(
      [
        choice('collection', `Collection (${counts[asked.collection] ?? 0} documents)`, options, asked.collection, {
          onchange: ({ target }) => target.form.requestSubmit(),
        }),
        field('order', 'Order', { value: asked.order, placeholder: '{"createdAt": -1}' }),
        choice('limit', 'At a time', ['20', '100'], asked.limit),
        text('query', 'Query, as MongoDB writes it (EJSON)', asked.query),
      ],
      'Find',
      run,
    ),
    ...(await findDocuments().catch((failure) => [make('p', { class: 'note' }, failure.message)])),
  ]
}

export async function files() {
  const open = (path) => async () => {
    window.open((await ask('link', { path })).tempFileURL, '_blank', 'noopener')
  }
  const refuse = (path) => async () => {
    await ask('refuse-media', { path })
    say(`WeChat objects to these bytes from now on: ${path}`)
  }
  return [
    table(
      [
        ['Path', ({ path }) => path],
        ['Bytes', ({ size }) => String(size), true],
        ['By', ({ creator }) => creator ?? 'a function'],
        ['Stored', ({ storedAt }) => when(storedAt)],
        [
          'Do',
          ({ path }) => make('div', { class: 'row' }, button('Open', open(path)), button('Refuse it', refuse(path))),
        ],
      ],
      await ask('files.json'),
    ),
    note('“Refuse it” makes WeChat’s picture check object to exactly this file.'),
  ]
}
