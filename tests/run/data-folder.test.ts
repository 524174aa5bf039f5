/** A data folder that cannot be used is named in one sentence; a usable one gets its keys once. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareDataFolder, readEnv, writeEnv } from '../../config/run/data-folder'
import { readKeyRing, withNewKey, withoutOldKeys } from '../../config/run/keys'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nuanhu-data-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the data folder', () => {
  it('is made with keys of its own that only its owner can read, and keeps them', () => {
    const dataDir = join(folder, 'deep', 'data')
    prepareDataFolder(dataDir)
    const first = readEnv(dataDir)
    expect(statSync(join(dataDir, 'env.json')).mode & 0o777).toBe(0o600)
    prepareDataFolder(dataDir)
    expect(readEnv(dataDir)).toEqual(first)
  })

  it('is given a setting that was not asked for when it was made, and keeps its keys', () => {
    const NUANHU_KEYS = '{"made":"before"}'
    writeEnv(folder, { NUANHU_KEYS })
    prepareDataFolder(folder)
    expect(readEnv(folder)).toMatchObject({ NUANHU_KEYS, NUANHU_OLDEST_CLIENT: '0.0.0' })
  })

  it('is refused when it is a file', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => prepareDataFolder(file)).toThrow(`${file} is a file: --data wants a folder.`)
    expect(() => prepareDataFolder(join(file, 'below'))).toThrow('cannot be made')
  })

  it('never gets fresh keys over damaged ones, which may be the only way to what is sealed', () => {
    prepareDataFolder(folder)
    writeFileSync(join(folder, 'env.json'), '{')
    expect(() => prepareDataFolder(folder)).toThrow('is damaged and holds the keys of this data')
    expect(readFileSync(join(folder, 'env.json'), 'utf8')).toBe('{')
  })
})

describe('the key ring', () => {
  it('turns: a new current key beside the old one, then the old one gone, the hash key untouched', () => {
    prepareDataFolder(folder)
    const ring = readKeyRing(readEnv(folder).NUANHU_KEYS)
    const turned = withNewKey(ring)
    expect(Object.keys(turned.encrypt.keys)).toEqual(['k1', 'k2'])
    expect(turned.encrypt.keys.k1).toBe(ring.encrypt.keys.k1)
    const lean = withoutOldKeys(turned)
    expect(lean.encrypt).toEqual({ current: 'k2', keys: { k2: turned.encrypt.keys.k2 } })
    expect(lean.hash).toBe(ring.hash)
    expect(Buffer.from(lean.hash, 'base64')).toHaveLength(32)
  })

  it('survives being written again', () => {
    writeEnv(folder, { NUANHU_KEYS: 'a', OTHER: 'b' })
    expect(readEnv(folder)).toEqual({ NUANHU_KEYS: 'a', OTHER: 'b' })
  })
})
