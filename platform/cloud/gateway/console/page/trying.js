/** What can be tried: timers, faults, people. */
import { ask, button, choice, field, form, make, pre, redraw, say, table, text, when } from './elements.js'

export async function timers() {
  const run =
    ({ fn, name }) =>
    async () => {
      await ask('timer', { fn, name })
      say(`${fn} ran for ${name}.`)
    }
  return [
    table(
      [
        ['Function', ({ fn }) => fn],
        ['Timer', ({ name }) => name],
        ['When', ({ config }) => config],
        ['Last looked at', ({ lastAt }) => when(lastAt)],
        ['Do', (timer) => button('Run now', run(timer))],
      ],
      await ask('timers.json'),
    ),
  ]
}

const PLACES = ['function', 'database', 'openapi', 'storage']
const KINDS = ['latency', 'error', 'timeout', 'requestLimit', 'concurrentLimit', 'answerLost']

export async function faults() {
  const on = async ({ nth, ms, errcode, ...words }) => {
    const numbers = Object.entries({ nth, ms, errcode }).filter(([, value]) => value !== undefined)
    await ask('fault', { ...words, ...Object.fromEntries(numbers.map(([name, value]) => [name, Number(value)])) })
    say('Switched on.')
    redraw()
  }
  const off = (id) => async () => {
    await ask('fault-off', id === undefined ? {} : { id })
    say('Switched off.')
  }
  const rows = await ask('faults.json')
  return [
    form(
      [
        choice('at', 'Where', PLACES),
        choice('kind', 'What happens', KINDS),
        field('name', 'Only this name', { placeholder: 'worker/register, modifyDocument' }),
        field('by', 'Only asked by the function'),
        field('nth', 'Only the n-th', { type: 'number', min: '1' }),
        field('ms', 'Held up, ms', { type: 'number', min: '0', max: '60000' }),
        field('errcode', 'errcode of openapi', { type: 'number' }),
      ],
      'Switch on',
      on,
    ),
    table(
      [
        ['Where', ({ at, name, by }) => [at, name, by && `by ${by}`].filter(Boolean).join(' ')],
        [
          'What',
          ({ kind, ms, nth, errcode }) =>
            [kind, ms && `${ms} ms`, nth && `call ${nth} only`, errcode].filter(Boolean).join(', '),
        ],
        ['Seen', ({ seen }) => String(seen), true],
        ['Struck', ({ struck }) => String(struck), true],
        ['Do', ({ id }) => button('Switch off', off(id))],
      ],
      rows,
    ),
    rows.length > 1 ? button('Switch all off', off()) : undefined,
  ]
}

const call = { openid: '', fn: '', event: '{}', answer: undefined }

export async function people() {
  const [everybody, functions] = await Promise.all([ask('people.json'), ask('functions.json')])
  const run = async (given) => {
    Object.assign(call, { openid: '' }, given)
    const { openid, fn, event } = call
    call.answer = await ask('call', { fn, event, ...(openid && { openid }) })
    redraw()
  }
  const mainSwitch =
    ({ openid, isSwitchedOn }) =>
    async () => {
      await ask('main-switch', { openid, isOn: !isSwitchedOn })
    }
  const use =
    ({ openid }) =>
    async () => {
      call.openid = openid
      say(`The call is made as ${openid}.`)
    }
  return [
    make('h2', {}, 'Call a function as one of them'),
    form(
      [
        choice('openid', 'As', ['', ...everybody.map(({ openid }) => openid)], call.openid),
        choice('fn', 'Function', Object.keys(functions), call.fn),
        text('event', 'Event', call.event),
      ],
      'Call',
      run,
    ),
    call.answer && pre(call.answer),
    make('h2', {}, 'People'),
    table(
      [
        ['Who', ({ label, openid }) => (label ? `${label} (${openid})` : openid)],
        ['Phone', ({ phone }) => phone],
        ['Last here', ({ seenAt }) => when(seenAt)],
        ['Messages', ({ isSwitchedOn }) => (isSwitchedOn ? 'on' : 'main switch off')],
        [
          'Do',
          (one) =>
            make(
              'div',
              { class: 'row' },
              one.url && make('a', { href: one.url, target: '_blank', rel: 'noopener' }, 'Open the phone'),
              button('Call as', use(one)),
              button(one.isSwitchedOn ? 'Switch messages off' : 'Switch messages on', mainSwitch(one)),
            ),
        ],
      ],
      everybody,
    ),
    make('h2', {}, 'Somebody new'),
    form([field('openid', 'openid'), field('phone', 'Phone number')], 'Add', async (given) => {
      await ask('person', given)
      say(`${given.openid} has WeChat now.`)
      redraw()
    }),
  ]
}
