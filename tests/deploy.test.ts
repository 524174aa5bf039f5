/** Deployment, as its command is run: what it says would go up, what it does to an account, and where it stops. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKeyRing, withNewKey } from '../config/run/keys'
import { manifest } from './deploy/built'
import { aStage, type Ended, holding, ring, run, type Stage, secretsOf } from './deploy/stage'

const root = join(__dirname, '..')

describe('npm run deploy -- --dry-run', () => {
  let said = ''
  beforeAll(async () => {
    const env = { NUANHU_KEYS: JSON.stringify(ring), TENCENTCLOUD_SECRETKEY: 'a-secret-of-a-test' }
    ;({ said } = await run(['--dry-run', '--dist', 'dist'], env))
  })
  const product = JSON.parse(readFileSync(join(root, 'dist/cloudfunctions/manifest.json'), 'utf8'))
  /** A package, a function and a collection may share a name: each is looked for under its own heading. */
  const rowOf = (name: string, heading: 'mini-program ' | 'functions, on ' | 'collections, '): string => {
    const [, below = ''] = said.split(new RegExp(`^${heading}`, 'm'))
    const [part = ''] = below.split('\n\n')
    return part.split('\n').find((line) => line.startsWith(`  ${name} `)) ?? ''
  }

  it('names the release and each package with its size', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(said).toContain(`mini-program ${version}`)
    expect(rowOf('main', 'mini-program ')).toMatch(/\d+ KB/)
    expect(rowOf('desk', 'mini-program ')).toMatch(/\d+ KB/)
  })

  it('names each function with memory, time limit, timers, callers and the names of its variables', () => {
    expect(said).toContain('functions, on Nodejs20')
    for (const name of Object.keys(product.functions)) {
      const { memoryMb, timeoutSeconds, calledBy, env, triggers, openapi } = product.functions[name]
      const expected = [
        `${memoryMb} MB`,
        `${timeoutSeconds} s`,
        calledBy.join(', '),
        env.join(', '),
        openapi.join(', '),
      ]
      const row = rowOf(name, 'functions, on ')
      for (const part of expected) expect(row).toContain(part)
      for (const timer of triggers) expect(row).toContain(`timer ${timer.name} "${timer.config}"`)
    }
  })

  it('names each collection with its indexes, and every access rule', () => {
    for (const name of Object.keys(product.collections)) {
      expect(rowOf(name, 'collections, ')).not.toBe('')
      for (const index of product.collections[name].indexes)
        expect(said).toContain(`${index.name} (${index.keys[0][0]} `)
    }
    expect(said).toContain('ADMINONLY')
    expect(said).toMatch(/^ {2}read +false$/m)
    expect(said).toContain('/^inbox\\//.test(resource.path) == true')
    expect(said).toMatch(/^ {2}\* +false$/m)
  })

  it('tells no value of a variable', () => {
    for (const secret of [...secretsOf(ring), 'a-secret-of-a-test']) expect(said).not.toContain(secret)
  })
})

describe('without what it must be told', () => {
  it('says one sentence for each lack, and asks the cloud nothing', async () => {
    const stage = await aStage()
    const { code, said } = await stage.deploy(
      { NUANHU_KEYS: '{}', NUANHU_OLDEST_CLIENT: 'first', WECHAT_APPID: 'tourist' },
      [],
    )
    expect(code).toBe(1)
    const names = [
      'CLOUD_ENV',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
      'WECHAT_UPLOAD_KEY',
      'NOTICE_TEMPLATE_IDS',
    ]
    for (const name of names) expect(said).toMatch(new RegExp(`^${name} is not set: .+\\.$`, 'm'))
    for (const name of ['NUANHU_KEYS', 'NUANHU_OLDEST_CLIENT', 'WECHAT_APPID'])
      expect(said).toMatch(new RegExp(`^${name} is not .+\\.$`, 'm'))
    expect(stage.account.asked).toEqual([])
    await stage.end()
  })
})

describe('an empty account', () => {
  let stage: Stage
  let first: Ended
  beforeAll(async () => {
    stage = await aStage()
    first = await stage.deploy()
  })
  afterAll(() => stage.end())

  it('is given everything of the build', () => {
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Deployed.') })
    const { account } = stage
    expect([...account.functions.keys()].sort()).toEqual(['clock', 'worker'])
    expect(account.fn('clock')).toMatchObject({
      Runtime: expect.stringMatching(/^Nodejs20/),
      MemorySize: 256,
      Timeout: 60,
    })
    expect(account.fn('clock').Triggers).toEqual([
      { TriggerName: 'everyMinute', Type: 'timer', TriggerDesc: '0 * * * * * *' },
    ])
    expect(account.fn('worker').code.toString('latin1')).toMatch(/^PK[\s\S]*config\.json[\s\S]*index\.js/)
    expect(Object.keys(account.env('clock'))).toEqual(['NUANHU_KEYS'])
    expect(account.env('worker')).toEqual({ NUANHU_KEYS: JSON.stringify(ring), NUANHU_OLDEST_CLIENT: '0.1.0' })
    expect(account.collections.get('workers')?.indexes).toEqual([
      { Name: 'byOwner', Unique: false, Keys: [{ Name: 'ownerId', Direction: '1' }] },
      { Name: 'byPlace', Unique: false, Keys: [{ Name: 'place', Direction: '2dsphere' }] },
      {
        Name: 'byCode',
        Unique: true,
        Keys: [
          { Name: 'code', Direction: '1' },
          { Name: 'at', Direction: '-1' },
        ],
      },
    ])
  })

  it('is closed to phones before a function stands in it', () => {
    const { account } = stage
    for (const { permission } of account.collections.values()) expect(permission).toEqual({ Permission: 'ADMINONLY' })
    expect(JSON.parse(account.storage.Rule ?? '')).toMatchObject({
      read: false,
      write: expect.stringContaining('inbox'),
    })
    expect(JSON.parse(account.callRule.SecurityRule ?? '')).toEqual({
      '*': { invoke: false },
      clock: { invoke: false },
      worker: { invoke: 'auth != null' },
    })
    const lastRule = Math.max(
      ...['ModifyResourcePermission', 'ModifyStorageSafeRule'].map((action) => account.asked.lastIndexOf(action)),
    )
    expect(lastRule).toBeLessThan(account.asked.indexOf('CreateFunction'))
  })

  it('is read back by names, and no value is told', () => {
    expect(first.said).toContain('closed to phones: workers: set, and read back')
    expect(first.said).toMatch(/read back: worker: .*NUANHU_KEYS NUANHU_OLDEST_CLIENT/)
    for (const secret of [...secretsOf(ring), 'a-secret-of-a-test']) expect(first.said).not.toContain(secret)
  })

  it('is left alone when the same is deployed again', async () => {
    const again = await stage.deploy()
    expect(again.code).toBe(0)
    expect(stage.account.written).toEqual([])
    expect(again.said).not.toMatch(/created|updated|code|set, and/)
  })

  it('is changed only in what differs, and nothing is taken from it', async () => {
    const { account, build } = stage
    const { functions, collections } = manifest
    const everyMinute = { name: 'everyMinute', type: 'timer', config: '30 * * * * * *' }
    const changed = {
      ...manifest,
      functions: {
        clock: { ...functions.clock, triggers: [everyMinute] },
        worker: { ...functions.worker, memoryMb: 512 },
      },
      collections: { ...collections, counters: { indexes: [{ name: 'byAge', keys: [['at', 1]] }] } },
    }
    build.write('cloudfunctions/manifest.json', JSON.stringify(changed))
    build.write('cloudfunctions/worker/index.js', "exports.main = async () => 'new'\n")
    account.collections.set('theirs', { indexes: [], permission: { Permission: 'READONLY' } })
    account.fn('worker').Environment.Variables.push({ Key: 'SET_BY_HAND', Value: 'yes' })
    const zip = account.fn('clock').code
    const turned = withNewKey(ring)

    const { code, said } = await stage.deploy(holding(turned, '0.2.0'))
    expect([code, said]).toEqual([0, expect.stringContaining('left as they are: collection theirs')])
    expect(account.fn('worker')).toMatchObject({ MemorySize: 512, code: expect.not.objectContaining(zip) })
    expect(account.fn('clock').code).toBe(zip)
    expect(account.fn('clock').Triggers).toEqual([
      { TriggerName: 'everyMinute', Type: 'timer', TriggerDesc: '30 * * * * * *' },
    ])
    expect(account.env('worker')).toMatchObject({ NUANHU_OLDEST_CLIENT: '0.2.0', SET_BY_HAND: 'yes' })
    expect(readKeyRing(account.env('clock').NUANHU_KEYS)).toEqual(turned)
    expect(account.collections.get('counters')?.indexes.map(({ Name }) => Name)).toEqual(['byAge'])
    expect(account.collections.get('theirs')).toEqual({ indexes: [], permission: { Permission: 'READONLY' } })
    expect(account.written.filter((action) => action === 'UpdateFunctionCode')).toHaveLength(1)
  })
})
