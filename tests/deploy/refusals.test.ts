/** Where deployment stops: it says what is wrong and what stands, and running it again goes on from there. */
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { mergedRing } from '../../config/run/deploy/ring'
import { freshKeyRing, readKeyRing, withNewKey, withoutOldKeys } from '../../config/run/keys'
import { aStage, holding, ring, type Stage } from './stage'

let stage: Stage
beforeEach(async () => {
  stage = await aStage(['clock'])
})
afterEach(() => stage.end())

/** The function stands, as another deployment left it. */
const deployed = (keys = ring, runtime = 'Nodejs20.19'): void => {
  const Variables = [{ Key: 'NUANHU_KEYS', Value: JSON.stringify(keys) }]
  stage.account.functions.set('clock', {
    Runtime: runtime,
    MemorySize: 256,
    Timeout: 60,
    Description: 'nuanhu of another day',
    Environment: { Variables },
    Triggers: [],
    code: Buffer.from('PK'),
    changing: false,
  })
}

const lines = (said: string): string[] => said.trim().split('\n')

describe('a key in use', () => {
  it('that is missing from the ring stops everything before anything is changed', async () => {
    const turned = withNewKey(ring)
    deployed(turned)
    const { code, said } = await stage.deploy(holding(ring))
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/k2, which the function clock seals with now, is not in it/),
    ])
    expect(stage.account.written).toEqual([])
  })

  it('that is another under the same name, or another in two functions, stops everything', () => {
    const { encrypt } = freshKeyRing()
    const other = { encrypt, hash: ring.hash }
    expect(() => mergedRing(ring, new Map([['clock', other]]))).toThrow(
      'its k1 is another key than the k1 the function clock holds',
    )
    const given = withoutOldKeys(withNewKey(ring))
    const one = { ...withNewKey(ring), encrypt: { current: 'k2', keys: { ...given.encrypt.keys, k0: 'one' } } }
    const two = { ...one, encrypt: { ...one.encrypt, keys: { ...given.encrypt.keys, k0: 'two' } } }
    expect(() =>
      mergedRing(
        given,
        new Map([
          ['clock', one],
          ['worker', two],
        ]),
      ),
    ).toThrow('its k0 is another key')
  })

  it('by which people are matched is not changed', () => {
    const standing = new Map([['clock', { ...ring, hash: freshKeyRing().hash }]])
    expect(() => mergedRing(ring, standing)).toThrow('its hash key is not the one the function clock matches people by')
  })

  it('that only the cloud still holds is kept', async () => {
    const turned = withNewKey(ring)
    deployed(turned)
    expect((await stage.deploy(holding(withoutOldKeys(turned)))).code).toBe(0)
    expect(readKeyRing(stage.account.env('clock').NUANHU_KEYS)).toEqual(turned)
  })
})

it('a ring nobody can read is not written over', async () => {
  deployed()
  stage.account.fn('clock').Environment.Variables = [{ Key: 'NUANHU_KEYS', Value: '{"damaged' }]
  const { code, said } = await stage.deploy()
  expect([code, said]).toEqual([1, expect.stringContaining('The function clock holds a NUANHU_KEYS nobody can read.')])
  expect(stage.account.written).toEqual([])
})

describe('what cannot be brought about', () => {
  it('an index that stands with other keys is not dropped: it stops there, and nothing after it is done', async () => {
    const Keys = [{ Name: 'somebodyElse', Direction: '1' }]
    const theirs = [{ Name: 'byOwner', Unique: false, Keys }]
    stage.account.collections.set('workers', { indexes: theirs, permission: { Permission: 'PRIVATE' } })
    const { code, said } = await stage.deploy()
    expect(code).toBe(1)
    expect(said).toMatch(/^FAILED {2}collection workers: its index byOwner stands with other keys/m)
    expect(stage.account.collections.get('workers')?.indexes).toEqual(theirs)
    expect(stage.account.written).toEqual([])
  })

  it('a rule that was set and did not take is said before a function goes up', async () => {
    stage.account.forgets.add('ModifyResourcePermission')
    const { code, said } = await stage.deploy()
    expect(code).toBe(1)
    expect(said).toMatch(
      /^FAILED {2}closed to phones: workers: the rule was set, and what is read back is another one/m,
    )
    expect(stage.account.functions.size).toBe(0)
  })

  it('a function on another Node is named, and left', async () => {
    deployed(ring, 'Nodejs8.9')
    const { code, said } = await stage.deploy()
    expect([code, said]).toEqual([1, expect.stringMatching(/FAILED {2}function clock: it stands on Nodejs8\.9/)])
    expect(stage.account.written).not.toContain('UpdateFunctionCode')
  })

  it('a step that fails half way is taken up again by the next run', async () => {
    stage.account.fails.set('BatchCreateTrigger', 'the cloud is busy')
    const first = await stage.deploy()
    expect(first.code).toBe(1)
    expect(first.said).toMatch(/^FAILED {2}timers of clock: .*the cloud is busy/m)
    expect(lines(first.said).at(-1)).toBe(
      'Nothing after it was done, and what stands above stays. Mend it and run this again.',
    )
    stage.account.fails.clear()
    expect(await stage.deploy()).toMatchObject({
      code: 0,
      said: expect.stringContaining('timers of clock: everyMinute created'),
    })
    expect(stage.account.written).toEqual(['BatchCreateTrigger'])
  })
})

describe('the mini-program', () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })

  const allOf = (): Record<string, string> => {
    stage.build.write('upload.key', privateKey)
    return {
      ...holding(ring),
      WECHAT_APPID: 'wx0123456789abcdef',
      WECHAT_UPLOAD_KEY: join(stage.build.dist, 'upload.key'),
      NOTICE_TEMPLATE_IDS: 'a-template',
    }
  }

  it('that was built for another cloud does not go up, and the cloud is asked nothing', async () => {
    const { code, said } = await stage.deploy(allOf(), [])
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/was built for another environment: nuanhu-test, a-template is not/),
    ])
    expect(stage.account.asked).toEqual([])
  })

  it('goes up last, through WeChat’s own tool; where WeChat cannot be reached it says so, and the cloud stands', async () => {
    stage.build.write('weapp/built-for.js', 'var cloud = "nuanhu-test", templates = ["a-template"]')
    const { code, said } = await stage.deploy(allOf(), [])
    expect(code).toBe(1)
    expect(said).toMatch(
      /not of this build: none\nFAILED {2}mini-program \d+\.\d+\.\d+: .*tunneling socket could not be established/,
    )
    expect(stage.account.functions.size).toBe(1)
    expect(said).not.toContain(privateKey.slice(40, 80))
  })
})
