/** `npm run bootstrap`: an operator opens a city in a cloud that runs elsewhere, once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Running, runScript } from './command'

let dataDir: string
let running: Running
let url: string
let token: string
/** A folder that some other cloud was started over. */
let otherData: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'nuanhu-bootstrap-'))
  otherData = join(dataDir, 'other')
  mkdirSync(otherData)
  writeFileSync(join(otherData, 'operator'), 'another secret')
  running = runScript('cloud.ts', ['--port', '0', '--data', dataDir])
  url = (await running.says(/cloud listening on (\S+)\n/))[1] ?? ''
})
afterAll(async () => {
  await running.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const bootstrap = (...args: string[]) => runScript('bootstrap.ts', args).ended()
const invite = () => bootstrap('--url', url, '--data', dataDir)
const tokenIn = (said: string): string => /邀请码 (\S+)\n/.exec(said)?.[1] ?? ''

const ask = async (openid: string, endpoint: string, input: object) => {
  const answer = await fetch(`${url}/call/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ endpoint, input }),
  })
  return answer.json()
}
const accept = (openid: string, code: string) =>
  ask(openid, 'accept', { requestId: `accept-${openid}`, token: code, name: '顾明' })

describe('npm run bootstrap -- --url', () => {
  it('prints an invitation, how long it holds and where it is typed in', async () => {
    const { code, said } = await invite()
    expect([code, said]).toEqual([0, expect.stringMatching(/^邀请码 \S+\n.+ 前有效，只能用一次：.+\n$/)])
    token = tokenIn(said)
  })

  it('made again before anybody accepted, gives another invitation and takes the first back', async () => {
    const { code, said } = await invite()
    expect([code, tokenIn(said) === token]).toEqual([0, false])
    expect(await accept('oTooLate0001', token)).toMatchObject({ ok: false })
    expect(await accept('oFirstAdmin01', tokenIn(said))).toMatchObject({ ok: true })
    expect(await ask('oFirstAdmin01', 'me', {})).toMatchObject({ data: { grants: [{ role: 'cityAdmin' }] } })
  })

  it('is refused in one sentence once the city has its admin', async () => {
    const { code, said } = await invite()
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^bootstrap\.inviteAdmin answered ALREADY_SET_UP: [^\n]+\n$/),
    ])
  })

  it.each([
    ['no cloud answers there', () => ['--url', 'http://127.0.0.1:1', '--data', dataDir], /^No cloud answers at http/],
    ['the address is none', () => ['--url', 'nowhere', '--data', dataDir], /^No cloud answers at nowhere/],
    ['the cloud there has other data', () => ['--url', url, '--data', otherData], /is no cloud over this data folder/],
    [
      'no cloud was ever started over the data folder',
      () => ['--url', url, '--data', join(dataDir, 'another')],
      /operator is missing/,
    ],
    ['the city is none of ours', () => ['--url', url, '--data', dataDir, '--city', '1'], /NOT_FOUND|INPUT_INVALID/],
    ['the option is none', () => ['--ulr', url], /--ulr/],
  ])('says in one sentence that %s', async (_name, args, sentence) => {
    const { code, said } = await bootstrap(...args())
    expect([code, said.trim().split('\n').length, said]).toEqual([1, 1, expect.stringMatching(sentence)])
  })
})
