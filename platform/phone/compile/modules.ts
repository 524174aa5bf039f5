/** Each JavaScript file as a function that is given WeChat's globals, and none of a browser's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { types } from 'node:util'
import { Script } from 'node:vm'
import { WRAPPER_NAMES } from '../runtime/names'
import { BuildRefused } from './fault'
import { type Tree, withoutExtension } from './tree'

/** On one line with the file's first, so that a line number stays what it is in the build. */
const open = (id: string): string => `phoneApp.modules[${JSON.stringify(id)}]=function(${WRAPPER_NAMES.join(',')}){`

export function compileModule(tree: Tree, file: string): string {
  const source = readFileSync(join(tree.root, file), 'utf8')
  const code = `${open(withoutExtension(file))}${source}\n};\n`
  try {
    new Script(code, { filename: file })
  } catch (failure) {
    if (!types.isNativeError(failure)) throw failure
    const line = Number(/:(\d+)/.exec(failure.stack ?? '')?.[1] ?? 1)
    throw new BuildRefused([{ file, line, message: failure.message }])
  }
  return code
}
