/** A phone is opened as the developer tool is: by a command, or by the automator itself; it goes when it is told to. */
import { connect } from 'node:net'
import { join, resolve } from 'node:path'
import automator from 'miniprogram-automator'
import { connectPhone } from '../../platform/phone/client'
import { runNode, runScript } from './command'

const root = resolve(__dirname, '..', '..')
const cliPath = join(root, 'config', 'run', 'cli.cjs')
const phone = (...args: string[]) => runScript('phone.ts', args)
const cli = (...args: string[]) => runNode([cliPath, ...args])

const isOpen = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
  })

describe('npm run phone', () => {
  it('opens one person’s phone on a free port and prints only where, and goes without a trace', async () => {
    const running = phone('--auto-port', '0', '--as', 'site-officer')
    const [line = '', port = ''] = await running.says(/^phone listening on ws:\/\/127\.0\.0\.1:(\d+)$/m)
    const wsEndpoint = line.slice('phone listening on '.length)
    const miniProgram = await automator.connect({ wsEndpoint })
    expect((await miniProgram.currentPage())?.path).toBe('desk/home/index')
    const client = await connectPhone(wsEndpoint)
    await client.idle()
    expect(await client.faults()).toEqual([])
    expect(await running.stop()).toBe(0)
    expect(await isOpen(Number(port))).toBe(false)
  }, 180_000)

  it('says in one sentence what it cannot do', async () => {
    expect((await phone('--as', 'nobody').ended()).said).toMatch(/^--as nobody is nobody here: take one of newcomer, /)
    expect((await phone('--auto-port', 'x').ended()).said).toBe(
      '--auto-port x is not a port: give a number from 0 to 65535.\n',
    )
  })
})

describe('automator.launch, with our command in place of the developer tool’s', () => {
  it('opens the phone of the account it names, and closes it', async () => {
    const launched = runNode([join(__dirname, 'launched.cjs'), cliPath, root, 'worker'])
    await launched.says(/^opened pages\/home\/index$/m)
    const { code, said } = await launched.ended()
    expect(said).toMatch(/^closed$/m)
    expect(code).toBe(0)
  }, 180_000)

  it('opens no other mini-program and does nothing else', async () => {
    const elsewhere = await cli('auto', '--project', '/', '--auto-port', '0').ended()
    expect(elsewhere.said).toContain('--project must name that folder')
    expect(elsewhere.code).toBe(1)
    expect((await cli('quit').ended()).said).toContain('This cli knows one command: auto')
  })
})
