/** Functions go live at once while old mini-programs stay on phones: what the last release was promised, it is still given. */
import { readApis } from '../config/run/apis'
import { contractBreaks } from '../config/run/released/comparing'
import { replay, type Stage } from '../config/run/released/replay'
import { type Contract, contractOf, type Field, type Shape } from '../config/run/released/shape'
import { readRelease, releases } from '../config/run/released/snapshot'
import { dayKeys } from './builders/story'
import { Town } from './builders/town'

const last = readRelease(releases().at(-1) ?? '')
const today = async (): Promise<Contract> => contractOf(await readApis(process.cwd()))

/** A town whose phones have the numbers they had then. */
const onTown = async (use: (stage: Stage) => Promise<void>) => {
  const codes = last.deeds.flatMap((deed) => (deed.kind === 'phoneCode' ? [deed] : []))
  const phones = Object.fromEntries(codes.map(({ openid, phone = '' }) => [openid, phone]))
  const town = await Town.start({ phones, keys: dayKeys })
  const stage: Stage = {
    call: ({ fn, openid, source, event }) =>
      town.cloud.call(fn, { event, ...(openid !== undefined && { openid }), ...(source !== undefined && { source }) }),
    phoneCode: (openid) => town.phoneCode(openid),
    upload: (openid, path, content) => town.upload(openid, path, content),
  }
  await use(stage).finally(() => town.stop())
}

/** Roles more to hand out: that screen draws the label it is sent and sends the name back, whatever it is. */
const isNewRole = (why: string): boolean =>
  /^staff\.me output canInvite\[\]\.role: is "(contentReviewer|bureauOfficer)"/.test(why)
const replayed = async (stage: Stage): Promise<string[]> => (await replay(last, stage)).filter((why) => !isNewRole(why))

describe('the last release', () => {
  it('called every endpoint it may call, so that nothing of it is left untried', () => {
    const called = new Set(
      last.deeds.flatMap((deed) => (deed.kind === 'call' ? [`${deed.fn}.${deed.event.endpoint}`] : [])),
    )
    expect(Object.keys(last.contract).filter((endpoint) => !called.has(endpoint))).toEqual([])
  })

  it('is promised nothing less today', async () => {
    expect(contractBreaks(last.contract, await today())).toEqual([])
  })

  it('lives its day again on today’s functions, and notices nothing', () =>
    onTown(async (stage) => {
      expect(await replayed(stage)).toEqual([])
    }))
})

describe('what it would notice', () => {
  const dropping = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => dropping(name, one))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => (key === name ? [] : [[key, dropping(name, one)]])),
    )
  }
  const calling = (stage: Stage, change: (fn: string, endpoint: string, reply: unknown) => unknown): Stage => ({
    ...stage,
    call: async (deed) => change(deed.fn, deed.event.endpoint, await stage.call(deed)),
  })

  it('is a field that is gone from an answer, and a call that is refused and was not', () =>
    onTown(async (stage) => {
      const refusal = { ok: false, error: { code: 'INPUT_INVALID', message: '' } }
      const planted = calling(stage, (_, endpoint, reply) => {
        if (endpoint === 'markRead') return refusal
        return endpoint === 'seen' ? dropping('rows', reply) : reply
      })
      expect(await replayed(planted)).toEqual([
        'worker.seen output rows: is missing',
        expect.stringMatching(/^inbox\.markRead answered an answer, and answers INPUT_INVALID/),
      ])
    }))
})

type Path = readonly [endpoint: string, side: 'input' | 'output', ...fields: string[]]
const objectAt = (shape: Shape | undefined): Record<string, Field> => {
  if (shape?.is === 'list') return objectAt(shape.item)
  if (shape?.is !== 'object') throw new Error('no object is here')
  return { ...shape.fields }
}

/** The same contract with one field of one endpoint changed, or gone. */
const withField = (
  contract: Contract,
  [endpoint, side, ...path]: Path,
  change: (field: Field | undefined) => Field | undefined,
): Contract => {
  const put = (shape: Shape | undefined, [name = '', ...rest]: readonly string[]): Shape => {
    const fields = objectAt(shape)
    const old = fields[name]
    const next = rest.length === 0 ? change(old) : old && { ...old, shape: put(old.shape, rest) }
    if (next) fields[name] = next
    else delete fields[name]
    return shape?.is === 'list' ? { ...shape, item: { is: 'object', fields } } : { is: 'object', fields }
  }
  const row = contract[endpoint]
  if (!row) throw new Error(`${endpoint} is not in the contract`)
  return { ...contract, [endpoint]: { ...row, [side]: put(row[side], path) } }
}

describe('a contract that breaks it', () => {
  const text: Field = { shape: { is: 'string' }, isOptional: false }
  const residence: Path = ['site.create', 'input', 'details', 'residence']
  const choices = (field: Field | undefined): readonly (string | number | boolean)[] =>
    field?.shape.is === 'choice' ? field.shape.of : []

  const changes: readonly (readonly [
    string,
    Path,
    (field: Field | undefined) => Field | undefined,
    RegExp | undefined,
  ])[] = [
    [
      'an answer without a field',
      ['site.create', 'output', 'site', 'name'],
      () => undefined,
      /^site\.create output site\.name: is gone$/,
    ],
    [
      'an answer in which a field may be missing',
      ['site.create', 'output', 'site', 'name'],
      (field) => field && { ...field, isOptional: true },
      /^site\.create output site\.name: may be missing, and was always there$/,
    ],
    [
      'an answer of another kind',
      ['inbox.list', 'output', 'rows', 'isRead'],
      () => text,
      /^inbox\.list output rows\[\]\.isRead: is string, and was boolean$/,
    ],
    ['an answer with a field more', ['site.create', 'output', 'site', 'colour'], () => text, undefined],
    [
      'an input no longer taken',
      ['inbox.list', 'input', 'cursor'],
      () => undefined,
      /^inbox\.list input cursor: is no longer taken$/,
    ],
    [
      'an input that must be sent',
      ['worker.seen', 'input', 'colour'],
      () => text,
      /^worker\.seen input colour: is asked for/,
    ],
    ['an input that may be sent', ['worker.seen', 'input', 'colour'], () => ({ ...text, isOptional: true }), undefined],
    [
      'an input that was optional and must be sent',
      ['inbox.list', 'input', 'cursor'],
      (field) => field && { ...field, isOptional: false },
      /^inbox\.list input cursor: must be sent, and was optional$/,
    ],
    [
      'an input that takes less',
      ['staff.accept', 'input', 'requestId'],
      () => ({ shape: { is: 'string', max: 3 }, isOptional: false }),
      /^staff\.accept input requestId: takes at most 3, and took more$/,
    ],
    [
      'an input with a choice less',
      residence,
      (field) => ({ shape: { is: 'choice', of: choices(field).slice(1) }, isOptional: false }),
      /^site\.create input details\.residence: no longer takes "/,
    ],
    [
      'an input with a choice more',
      residence,
      (field) => ({ shape: { is: 'choice', of: [...choices(field), 'boat'] }, isOptional: false }),
      undefined,
    ],
  ]

  it.each(changes)('%s', async (_name, path, change, expected) => {
    const contract = await today()
    expect(contractBreaks(contract, withField(contract, path, change))).toEqual(
      expected ? [expect.stringMatching(expected)] : [],
    )
  })

  it('an endpoint that is gone, and an action that is gone', async () => {
    const contract = await today()
    const { 'worker.seen': _, ...without } = contract
    expect(contractBreaks(contract, without)).toEqual(['worker.seen is gone'])
    const acting = contract['worker.act']
    if (acting?.input.is !== 'either') throw new Error('worker.act takes several actions')
    const fewer: Contract = {
      ...contract,
      'worker.act': { ...acting, input: { is: 'either', of: acting.input.of.slice(1) } },
    }
    expect(contractBreaks(contract, fewer).join('\n')).toMatch(/^worker\.act input action: no longer takes "/m)
  })
})
