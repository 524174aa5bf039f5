/** The house plan, held by a command: who may know whom, how long a file may be, and what may stand where. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { readApis } from '../config/run/apis'
import { errors, isErrorCode } from '../domain/kernel/errors'
import { type Machine, stateNames } from '../domain/kernel/machine'
import { roleNames } from '../domain/kernel/roles'

const root = join(__dirname, '..')
const folders = ['src', 'domain', 'cloudfunctions', 'platform', 'config', 'types', 'tests']

const files = folders.flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    : [],
)
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Each line of these files that matches, as `file:line: text`. */
const linesLike = (pattern: RegExp, within: RegExp, except = /^$/): string[] =>
  files
    .filter((file) => within.test(file) && !except.test(file))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    )

const isMachine = (value: unknown): value is Machine =>
  typeof value === 'object' && value !== null && 'states' in value && 'actions' in value

/** The states of every machine; a screen's own `loading` or `ready` is none of them. */
async function caseStates(): Promise<string[]> {
  const machines = files.filter((file) => /^domain\/\w+\/machine\.ts$/.test(file) && !file.includes('/kernel/'))
  const modules = await Promise.all(machines.map((file): Promise<object> => import(join(root, file))))
  return modules.flatMap((module) => Object.values(module).filter(isMachine).flatMap(stateNames))
}

/** A folder's front door, which says nothing of its own. */
const isListOfExports = (text: string): boolean => text.replace(/export (\*|\{[^}]*\}) from '[^']+'\n/g, '') === ''

const Cruise = v.object({
  summary: v.object({
    violations: v.array(v.object({ from: v.string(), to: v.string(), rule: v.object({ name: v.string() }) })),
    ruleSetUsed: v.object({ forbidden: v.array(v.object({ name: v.string(), comment: v.string() })) }),
  }),
})

function arrowsBroken(): string[] {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const shown = folders.filter((folder) => existsSync(join(root, folder)))
  const answer = execFileSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...shown],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const { summary } = v.parse(v.pipe(v.string(), v.parseJson(), Cruise), answer)
  const why = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]))
  return summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${why.get(rule.name)}`)
}

describe('the arrows', () => {
  it('hold: src → domain ← cloudfunctions, platform → types, and only config/run sees everything', () => {
    expect(arrowsBroken()).toEqual([])
  })

  it('leave the real wx-server-sdk as its makers published it', () => {
    const Locked = v.object({ packages: v.record(v.string(), v.object({ version: v.optional(v.string()) })) })
    const { packages } = v.parse(Locked, JSON.parse(textOf('package-lock.json')))
    const installed = v.parse(
      v.object({ version: v.string() }),
      JSON.parse(textOf('node_modules/wx-server-sdk/package.json')),
    )
    expect(installed.version).toBe(packages['node_modules/wx-server-sdk']?.version)
    expect(existsSync(join(root, 'patches'))).toBe(false)
    expect(textOf('package.json')).not.toMatch(/"(postinstall|prepare|patch-package)"/)
  })
})

describe('a file', () => {
  const written = files.filter((file) => !file.endsWith('.d.ts'))

  it('stays short enough to read in one sitting', () => {
    const long = written.map((file) => [file, textOf(file).split('\n').length - 1] as const)
    expect(long.filter(([file, lines]) => lines > (file.startsWith('tests/') ? 240 : 220))).toEqual([])
  })

  it('opens with one sentence that says why it exists', () => {
    const read = written.filter(
      (file) => !/^tests\/|^src\/.*\.config\.ts$/.test(file) && !isListOfExports(textOf(file)),
    )
    expect(read.filter((file) => !/^(#!.*\n)?\/\*\*?[\s*]/.test(textOf(file)))).toEqual([])
  })

  it('is named by the field’s own word', () => {
    const banned = /^(utils?|helpers?|managers?|common|data|info|handle|process|record|flag|case)\.tsx?$/
    expect(written.filter((file) => banned.test(basename(file)))).toEqual([])
  })

  it('leaves nothing for later', () => {
    expect(linesLike(/\b(TODO|FIXME|HACK|XXX)\b|not implemented/, /./, /^tests\/architecture/)).toEqual([])
  })
})

describe('the house rules', () => {
  it('let no state of a case and no role be compared outside a machine', async () => {
    const words = [...(await caseStates()), ...roleNames].join('|')
    const literal = new RegExp(`\\b(state|role)\\b *[!=]== *'(${words})'`)
    const shipped = /^(src|cloudfunctions)\//
    expect(linesLike(literal, shipped)).toEqual([])
    /** _lib/scopes.ts turns the roles an endpoint names into the places its caller holds them over. */
    expect(linesLike(/roles\.includes/, shipped, /_lib\/scopes\.ts$/)).toEqual([])
  })

  it('let no type be forced outside the kernel and the door to the SDK', () => {
    const forced = linesLike(
      /: any\b|<any>|\bas (any|unknown|never|[A-Z])/,
      /^(src|domain|cloudfunctions|config)\//,
      /^domain\/kernel\/|^cloudfunctions\/_lib\//,
    )
    const isNoCast = /^\S+ (\*|\/\/|\/\*|says:|import |export )/
    expect(forced.filter((line) => !isNoCast.test(line))).toEqual([])
  })

  it('pass now into the domain, which never asks for it', () => {
    expect(linesLike(/Date\.now\(\)|new Date\(\)/, /^domain\//)).toEqual([])
  })

  it('let nothing that ships know that it runs on a desk', () => {
    expect(linesLike(/localhost|127\.0\.0\.1|if \(local/, /^(src|domain|cloudfunctions)\//)).toEqual([])
  })
})

describe('a test', () => {
  it('that tries a property begins at the seed of the suite, so that what passed here passes there', () => {
    const tries = files.filter((file) => file.endsWith('.test.ts') && textOf(file).includes("from 'fast-check'"))
    expect(tries.length).toBeGreaterThan(20)
    expect(tries.filter((file) => !/\/property'/.test(textOf(file)))).toEqual([])
  })

  it('is neither switched off nor alone', () => {
    const off = /\b(it|test|describe)\.(skip|only|todo)|\bx(it|describe)\(/
    expect(linesLike(off, /^tests\//, /^tests\/architecture/)).toEqual([])
  })

  it('waits for what it needs, and never for a time', () => {
    expect(linesLike(/(?<!jest\.)setTimeout\(|sleep\(|waitForTimeout/, /^tests\//, /^tests\/architecture/)).toEqual([])
  })

  it('puts nothing false in the place of our own modules', () => {
    expect(linesLike(/jest\.(mock|doMock)\(/, /^tests\//, /^tests\/architecture/)).toEqual([])
  })
})

describe('a contract', () => {
  const Fields = v.object({ entries: v.looseObject({ requestId: v.unknown() }) })
  const Choices = v.object({ options: v.pipe(v.array(Fields), v.minLength(1)) })

  it('asks for a requestId wherever something is written, so that a lost answer can be asked for again', async () => {
    for (const { name, endpoints } of await readApis(root))
      for (const [endpoint, { writes, input }] of Object.entries(endpoints))
        expect([name, endpoint, !writes || v.is(Fields, input) || v.is(Choices, input)]).toEqual([name, endpoint, true])
  })

  it('names only failures that have words and a way on', async () => {
    const codes = (await readApis(root)).flatMap(({ endpoints }) =>
      Object.values(endpoints).flatMap((row) => row.errors),
    )
    expect(codes.filter((code) => !isErrorCode(code))).toEqual([])
    for (const [code, { text, wayOn }] of Object.entries(errors)) {
      expect([code, text.length > 0, wayOn.length > 0]).toEqual([code, true, true])
      expect([code, text]).toEqual([code, expect.not.stringMatching(/(?<![邀申])请|确定|取消|失败|系统繁忙|参数/)])
    }
  })

  it('is carried out by a function of its own name', async () => {
    const names = (await readApis(root)).map(({ name }) => name)
    expect(names.filter((name) => !existsSync(join(root, 'cloudfunctions', name, 'index.ts')))).toEqual([])
  })
})
