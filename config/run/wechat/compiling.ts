/** WeChat's own compilers asked about built mini-programs, in a process apart: they bring an old babel and keep workers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { CannotGoOn } from '../say'
import { run } from '../spawn'

const Compiled = v.object({
  folder: v.string(),
  /** What would go up. */
  files: v.array(v.string()),
  /** What a compiler said, in its words; none when WeChat would take it. */
  refusals: v.array(v.string()),
})
export type Compiled = v.InferOutput<typeof Compiled>

const here = __dirname

export async function compileMiniPrograms(folders: readonly string[]): Promise<Compiled[]> {
  const temporary = mkdtempSync(join(tmpdir(), 'nuanhu-wechat-'))
  const answer = join(temporary, 'answer.json')
  const script = join(here, 'compile.ts')
  try {
    const { code, said } = await run(process.execPath, [
      '--require',
      join(here, 'offline.cjs'),
      '--import',
      'tsx',
      script,
      answer,
      ...folders,
    ])
    if (code !== 0) throw new CannotGoOn(`WeChat's compiler did not answer: ${said}`)
    return v.parse(v.pipe(v.string(), v.parseJson(), v.array(Compiled)), readFileSync(answer, 'utf8'))
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
