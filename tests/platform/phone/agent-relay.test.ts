/** The socket a phone is driven through: who may speak, in what order, and what is refused by name. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WebSocket } from 'ws'
import { openStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

interface Said {
  id?: string
  result?: unknown
  error?: { message: string }
}

/** Says these lines as they are and gathers as many answers. */
function say(...lines: string[]): Promise<Said[]> {
  const socket = new WebSocket(stage.wsEndpoint)
  const answers: Said[] = []
  return new Promise((done, failed) => {
    socket.on('error', failed)
    socket.on('open', () => {
      for (const line of lines) socket.send(line)
    })
    socket.on('message', (message) => {
      answers.push(JSON.parse(String(message)))
      if (answers.length === lines.length) {
        socket.close()
        done(answers)
      }
    })
  })
}

const request = (id: string, method: string, params: object = {}): string => JSON.stringify({ id, method, params })

const refusalOf = async (method: string, params: object = {}): Promise<string | undefined> =>
  (await say(request('1', method, params)))[0]?.error?.message

test('what is no request is answered with what is wrong about it, and the next one is served', async () => {
  const answers = await say(
    '{',
    '[]',
    '{"method":"Tool.getInfo"}',
    '{"id":"4"}',
    '{"id":"5","method":"x","params":7}',
    request('6', 'Tool.getInfo'),
  )
  expect(answers.map(({ id, error }) => [id, error?.message])).toEqual([
    [undefined, 'a request is one JSON object'],
    [undefined, 'a request is one JSON object'],
    [undefined, 'a request has an id'],
    ['4', 'a request names its method'],
    ['5', 'params must be an object'],
    ['6', undefined],
  ])
})

/** All that the automator ever sends, read from its own code; it puts some names together. */
function sentByAutomator(): string[] {
  const folder = join(dirname(require.resolve('miniprogram-automator/package.json')), 'out')
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const whole = [...code.matchAll(/send\("((?:Tool|App|Page|Element)\.\w+)"/g)].map(([, name = '']) => name)
  const parts = [...code.matchAll(/getter\(\w+,"(get\w+)"/g)].map(([, name]) => `Element.${name}`)
  return [...new Set([...whole, ...parts])]
}

test('whatever the automator sends is known', async () => {
  const endings = ['Tool.close', 'App.exit']
  const names = sentByAutomator()
  expect(names).toEqual(expect.arrayContaining(['Page.getElementsByXpath', 'Element.getStyles', ...endings]))
  const asked = names.filter((name) => !endings.includes(name))
  const answers = await say(...asked.map((name) => request(name, name)))
  const unknown = answers.filter(({ error }) => error?.message.includes('there is no such method'))
  expect(unknown.map(({ id }) => id)).toEqual([])
})

test.each([
  ['Tool.enableRemoteDebug', 'it is no developer tool that another phone could be tied to'],
  ['Tool.getTestAccounts', 'its people are those of the desk, each at an address of its own'],
  ['Tool.stopAudits', 'it scores nothing'],
  ['Tool.getTicket', 'nobody logs in to it'],
  ['Tool.setTicket', 'nobody logs in to it'],
  ['Tool.refreshTicket', 'nobody logs in to it'],
  ['Element.callContextMethod', 'it plays no video'],
  ['Page.fly', 'there is no such method'],
  ['constructor', 'there is no such method'],
])('%s is refused by name', async (method, because) => {
  expect(await refusalOf(method)).toBe(`${method} is not supported by this phone: ${because}`)
})

test('what a phone has no button for is refused by name', async () => {
  expect(await refusalOf('Tool.native', { method: 'closePaymentDialog' })).toBe(
    'Tool.native is not supported by this phone: it has no closePaymentDialog',
  )
})

test('requests are answered in their order, though the first takes longest', async () => {
  const lines = [request('a', 'App.captureScreenshot'), request('b', 'Phone.idle'), request('c', 'Tool.getInfo')]
  expect((await say(...lines)).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('one that waits for a person holds up nobody', async () => {
  const ask = request('ask', 'App.callWxMethod', { method: 'showModal', args: [{ title: '走吗' }] })
  const confirm = request('confirm', 'Tool.native', { method: 'confirmModal' })
  const answers = await say(ask, request('look', 'App.getCurrentPage'), confirm)
  expect(answers.map(({ id }) => id).sort()).toEqual(['ask', 'confirm', 'look'])
  expect(answers.find(({ id }) => id === 'ask')?.result).toMatchObject({ result: { confirm: true } })
})

test('a web page may not drive the phone', async () => {
  const socket = new WebSocket(stage.wsEndpoint, { origin: 'http://elsewhere.example' })
  const failure = await new Promise((done) => socket.once('error', done))
  expect(String(failure)).toContain('401')
})

test('the app that was left answers nothing until it is started again', async () => {
  await stage.phone.idle()
  await say(request('1', 'App.exit'))
  expect(await refusalOf('App.getCurrentPage')).toBe('the app is not running')
  await stage.phone.launch()
  expect(await refusalOf('App.getCurrentPage')).toBeUndefined()
})

test('a phone that is closed is gone for everybody', async () => {
  const gone = new Promise((done) => new WebSocket(stage.wsEndpoint).once('close', done))
  await say(request('1', 'Tool.close'))
  await gone
  await expect(say(request('2', 'Tool.getInfo'))).rejects.toThrow('ECONNREFUSED')
})
