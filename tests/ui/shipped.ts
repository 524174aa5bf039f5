/** What goes out to phones, as WeChat reads it: a page added to the app cannot be left out of a look at all of them. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'

export const builtApp = join(resolve(__dirname, '..', '..'), 'dist', 'weapp')

const Pages = v.array(v.string())
const App = v.object({
  pages: Pages,
  subPackages: v.optional(v.array(v.object({ root: v.string(), pages: Pages })), []),
})

export function pagesThatShip(): string[] {
  const { pages, subPackages } = v.parse(App, JSON.parse(readFileSync(join(builtApp, 'app.json'), 'utf8')))
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
}
