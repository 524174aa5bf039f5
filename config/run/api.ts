/** `npm run api`: writes docs/API.md from the contracts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readApis } from './apis'
import { apiPage } from './docs/page'
import { root } from './options'
import { command } from './say'

command(async () => {
  mkdirSync(join(root, 'docs'), { recursive: true })
  writeFileSync(join(root, 'docs', 'API.md'), apiPage(await readApis(root)))
  console.log('docs/API.md is written.')
})
