/** `npm run new <domain>`: writes the empty files of a domain and says which rows are left to add by hand. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf } from './new/files'
import { root } from './options'
import { CannotGoOn, command } from './say'
import { runTool } from './spawn'

const leftByHand = (x: string): string => `
  Left to do, in this order (CONTRIBUTING.md says how):

    domain/GLOSSARY.md                    the words: English term, 中文, meaning, words not to use
    domain/kernel/notices.ts              a row for each notice the machine tells
    cloudfunctions/_lib/collections.ts    the collection, its schema and its indexes
    src/app.config.ts                     'pages/${x}/list/index'
    npm run api                           docs/API.md
`

command(async () => {
  const [name = '', ...more] = process.argv.slice(2)
  if (!/^[a-z][a-zA-Z0-9]{1,30}$/.test(name) || more.length > 0)
    throw new CannotGoOn('Say one name, an English noun in the singular: npm run new wish')
  const files = filesOf(name)
  const there = files.find(({ path }) => existsSync(join(root, path)))
  if (there) throw new CannotGoOn(`${there.path} is already there: nothing was written.`)
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`  ${path}`)
  }
  await runTool('@biomejs/biome', 'bin/biome', ['check', '--write', ...files.map(({ path }) => path)])
  console.log(leftByHand(name))
})
