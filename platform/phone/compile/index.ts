/** Turns a built mini-program into the files the phone's page loads. */
import { BuildRefused } from './fault'
import { compileModule } from './modules'
import { scriptOf } from './names'
import { Styles, scopeOf } from './styles'
import { compileTemplates } from './templates'
import { checkSizes, packageOf, readTree, type Tree, withoutExtension } from './tree'

export { BuildRefused }

/** What the runtime is told of the app before any of its code runs. */
export interface AppData {
  appJson: Tree['appJson']
  jsons: Tree['jsons']
  pages: string[]
  packages: string[]
  /** By component: the prefix of its own classes. */
  scopes: Record<string, string>
  tags: Record<string, string[]>
}

export interface CompiledApp {
  data: AppData
  /** JavaScript by path below `/phone/`: `app.js` first, then `main.js`, and a file for each other package when it is entered. */
  scripts: ReadonlyMap<string, string>
}

function scopesOf(tree: Tree): Record<string, string> {
  const scoped = Object.entries(tree.jsons).flatMap(([id, json]): [string, string][] => {
    const scope = scopeOf(id, json)
    return scope === undefined ? [] : [[id, scope]]
  })
  return Object.fromEntries(scoped)
}

/** Throws BuildRefused for what WeChat would refuse; a draft may be of any size. */
export function compileApp(root: string, isDraft = false): CompiledApp {
  const tree = readTree(root)
  if (!isDraft) checkSizes(tree)
  const { code, tags } = compileTemplates(tree)
  const scopes = scopesOf(tree)
  const data: AppData = {
    appJson: tree.appJson,
    jsons: tree.jsons,
    pages: tree.pages,
    packages: tree.packages,
    scopes,
    tags,
  }
  const styles = new Styles(tree, Object.keys(tags))
  const parts = new Map<string, string[]>(tree.packages.map((name) => [name, []]))
  for (const file of tree.files) {
    const part = parts.get(packageOf(tree, file))
    const id = withoutExtension(file)
    if (file.endsWith('.js')) part?.push(compileModule(tree, file))
    if (file.endsWith('.wxss'))
      part?.push(`phoneApp.styles[${JSON.stringify(id)}]=${JSON.stringify(styles.css(file, scopes[id]))};\n`)
  }
  const scripts = new Map([
    ['app.js', `globalThis.phoneApp={modules:{},styles:{},data:${JSON.stringify(data)},templates:${code}};\n`],
  ])
  for (const [name, texts] of parts) scripts.set(scriptOf(name), texts.join(''))
  return { data, scripts }
}
