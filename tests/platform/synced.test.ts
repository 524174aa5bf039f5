/** A write is acknowledged once it lies on the disk, as the kernel saw it: what a kill cannot show, since it leaves the page cache. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ended, killChildren, launch, launched } from './child'
import { answer, connectTo, failureOf, newBuild, newFolder, removeFolders } from './start'

afterEach(killChildren)
afterAll(removeFolders)

const WRITES = 5
const WROTE = /^\d+ +(?:pwrite64|pwritev|write|writev)\(\d+<[^>]*cloud\.db-wal>/
const SYNCING = /^(\d+) +f(?:data)?sync\(\d+<[^>]*cloud\.db-wal>/
const SYNCED = /^(\d+) +(?:<\.\.\. )?f(?:data)?sync(?:\(| resumed).*\) += 0$/

/** For each acknowledgement, whether everything written to the log before it had been synced; another thread may sync. */
function syncedBeforeAnswers(trace: string): boolean[] {
  const answers: boolean[] = []
  const syncing = new Map<string, number>()
  let [written, synced, answered] = [0, 0, 0]
  for (const line of trace.split('\n')) {
    if (WROTE.test(line)) written += 1
    const begun = SYNCING.exec(line)?.[1]
    if (begun !== undefined) syncing.set(begun, written)
    const done = SYNCED.exec(line)?.[1]
    if (done !== undefined) synced = Math.max(synced, syncing.get(done) ?? 0)
    if (!line.includes('insertedIds')) continue
    answers.push(written > answered && synced === written)
    answered = written
  }
  return answers
}

const [write, sync, told] = [
  '9 pwrite64(24</d/cloud.db-wal>, "..", 4096, 32) = 4096',
  '9 fdatasync(24</d/cloud.db-wal>) = 0',
  '9 write(25<TCP:[1]>, "{\\"data\\":{\\"insertedIds\\":", 90) = 90',
]
const begun = '11 fdatasync(24</d/cloud.db-wal> <unfinished ...>'
const done = '11 <... fdatasync resumed>) = 0'

test.each<[string, string[], boolean]>([
  ['written, synced, told', [write, sync, told], true],
  ['synced by another thread meanwhile', [write, begun, done, told], true],
  ['told before it is synced', [write, told, sync], false],
  ['synced too early', [sync, write, told], false],
  ['a sync that began before the write', [begun, write, done, told], false],
  ['told while the sync goes on', [write, begun, told, done], false],
  ['told and never written', [told], false],
])('a trace of %s is read as it should be', (_name, lines, isSafe) => {
  expect(syncedBeforeAnswers(lines.join('\n'))).toEqual([isSafe])
})

/** The tracer runs beside, so that the child is the cloud itself. */
const strace = ['strace', '-D', '-f', '-y', '-s', '300', '-e', 'trace=fdatasync,fsync,write,writev,pwrite64,pwritev']
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
if (!canTrace)
  console.info('Here is no strace: that each write is synced before its answer is shown where there is one.')

/** Writes one after the other with every system call written down. */
async function traced(first: string[]): Promise<boolean[]> {
  const trace = join(newFolder(), 'trace')
  const dist = await newBuild({ collections: { things: {} } })
  const child = launch(dist, newFolder(), { under: [...strace, '-o', trace], first })
  const things = (await connectTo(await launched(child))).collection('things')
  for (let n = 0; n < WRITES; n++) await answer(things.add({ data: { _id: `t${n}` } }))
  await ended(child, 'SIGTERM')
  return syncedBeforeAnswers(readFileSync(trace, 'utf8'))
}

const expected = canTrace ? WRITES : 0

test('every acknowledged write was synced before its answer left', async () => {
  const answers = canTrace ? await traced([]) : []
  expect(answers).toEqual(Array(expected).fill(true))
})

test('with syncing switched off, the same look at it fails', async () => {
  const answers = canTrace ? await traced(['--require', join(__dirname, 'unsynced.cjs')]) : []
  expect(answers).toEqual(Array(expected).fill(false))
})

test('after a sync that failed nothing is acknowledged any more, though the disk says that all is well', async () => {
  const dist = await newBuild({ collections: { things: {} } })
  const child = launch(dist, newFolder(), { first: ['--require', join(__dirname, 'failing-disk.cjs')] })
  const things = (await connectTo(await launched(child))).collection('things')
  for (const _id of ['first', 'second'])
    expect((await failureOf(answer(things.add({ data: { _id } })))).errMsg).toContain('EIO')
  await ended(child, 'SIGTERM')
})
