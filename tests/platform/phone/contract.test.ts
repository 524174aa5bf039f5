import { ApiFailure, asyncApi, needed } from '../../../platform/phone/runtime/wx/define'
import { apiAt, apis, canIUse, knowComponents, mock, register } from '../../../platform/phone/runtime/wx/registry'

const greet = asyncApi('greet', (options) => ({ words: `您好，${needed(options, 'name')}` }))
const deny = asyncApi('deny', () => {
  throw new ApiFailure('auth deny', { errno: 103 })
})

describe('an asynchronous call of wx', () => {
  test('is a promise when it is given no callback', async () => {
    await expect(greet({ name: '张师傅' })).resolves.toEqual({ errMsg: 'greet:ok', words: '您好，张师傅' })
    await expect(deny()).rejects.toEqual({ errMsg: 'deny:fail auth deny', errno: 103 })
  })

  test('is none when it is given one, and then tells success and complete', async () => {
    const told: string[] = []
    await new Promise<void>((complete) => {
      const answer = greet({
        name: '张师傅',
        success: () => told.push('success'),
        fail: () => told.push('fail'),
        complete,
      })
      expect(answer).toBeUndefined()
    })
    expect(told).toEqual(['success'])
  })

  test('tells fail and complete when it fails, with what it failed with', async () => {
    const told: unknown[] = []
    await new Promise<void>((complete) => void deny({ fail: (failure: unknown) => told.push(failure), complete }))
    expect(told).toEqual([{ errMsg: 'deny:fail auth deny', errno: 103 }])
  })

  test('refuses to do without what it needs, as WeChat does', async () => {
    await expect(greet({})).rejects.toMatchObject({ errno: 1001 })
  })
})

describe('what stands in for a call in a test', () => {
  beforeAll(() => register({ twice: (number: number) => number * 2, cloud: { callFunction: () => 'cloud' } }))

  test('may call the original, and goes again', () => {
    mock('twice', (original) => (number) => Number(original?.(number)) + 1)
    expect(apiAt('twice')?.(4)).toBe(9)
    mock('twice')
    expect(apiAt('twice')?.(4)).toBe(8)
  })

  test('reaches what lies one level below', () => {
    mock('cloud.callFunction', () => () => 'mocked')
    expect(apiAt('cloud.callFunction')?.()).toBe('mocked')
    mock('cloud.callFunction')
    expect(apiAt('cloud.callFunction')?.()).toBe('cloud')
  })

  test('leaves nothing behind where there was nothing', () => {
    mock('newer', () => () => 'mocked')
    mock('newer')
    expect('newer' in apis).toBe(false)
  })
})

test('canIUse answers from what this phone has', () => {
  register({ request: () => undefined, env: {} })
  knowComponents({ button: ['openType'] })
  expect(['request', 'request.object.url', 'button.open-type', 'button'].map(canIUse)).toEqual([true, true, true, true])
  expect(['chooseAddress', 'button.nothing', 'toString'].map(canIUse)).toEqual([false, false, false])
})
