/** A process of its own, which compiles mini-programs as WeChat does on upload: `compile.ts ANSWER FOLDER…`. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { messageOf } from '../say'
import type { Compiled } from './compiling'

const MAX_BUFFER = 64 * 1024 * 1024
const require = createRequire(join(process.cwd(), 'package.json'))

/** The two compilers as their package holds them; wcsc answers its failure where wcc throws it. */
const Compiler = v.function()
const compilers = {
  '.wxml': v.parse(Compiler, require('miniprogram-compiler/src/wcc')),
  '.wxss': v.parse(Compiler, require('miniprogram-compiler/src/wcsc')),
}

function compileMarkup(folder: string, ending: keyof typeof compilers): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const of = (wanted: string): string[] => files.filter((file) => file.endsWith(wanted))
  const names = of(ending).map((file) => file.slice(0, -ending.length))
  const options = { maxBuffer: MAX_BUFFER }
  try {
    const answer: unknown =
      ending === '.wxml'
        ? compilers[ending](folder, names, of('.wxs'), options)
        : compilers[ending](folder, names, options)
    return answer instanceof Error ? [answer.message] : []
  } catch (failure) {
    return [messageOf(failure)]
  }
}

/** Any key will do where nothing is sent: it signs nothing and is gone with this process. */
const throwAwayKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey

const Files = v.record(v.string(), v.unknown())

/** Only minified does it look into WXML, JS and WXSS. */
async function compile(ci: typeof import('miniprogram-ci'), folder: string, privateKey: string): Promise<Compiled> {
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: folder,
    privateKey,
    ignores: [],
  })
  /** Else it would ask WeChat what this app id may do. */
  Object.assign(project, { attr: async () => ci.DefaultProjectAttr })
  const refusals = [...compileMarkup(folder, '.wxml'), ...compileMarkup(folder, '.wxss')]
  try {
    const setting = { minifyJS: true, minifyWXML: true, minifyWXSS: true }
    const compiled = await ci.getCompiledResult({
      project,
      version: '0.0.0',
      desc: '',
      setting,
      onProgressUpdate: () => {},
    })
    return { folder, files: Object.keys(v.parse(Files, compiled)), refusals }
  } catch (failure) {
    return { folder, files: [], refusals: [...refusals, messageOf(failure)] }
  }
}

async function compileAll(answer: string, folders: readonly string[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'nuanhu-wechat-'))
  /** Its workers inherit the refusal of connections, and nothing of how this file is read. */
  Object.assign(process.env, { HOME: home, NODE_OPTIONS: `--require ${resolve(__dirname, 'offline.cjs')}` })
  process.execArgv = []
  const ci = await import('miniprogram-ci')
  const privateKey = throwAwayKey()
  const compiled: Compiled[] = []
  for (const folder of folders) compiled.push(await compile(ci, folder, privateKey))
  writeFileSync(answer, JSON.stringify(compiled))
  rmSync(home, { recursive: true, force: true })
}

const [, , answer = '', ...folders] = process.argv
/** Workers of the compiler would keep the process alive. */
compileAll(answer, folders).then(
  () => process.exit(0),
  (failure: unknown) => {
    console.error(failure)
    process.exit(1)
  },
)
