/** docs/API.md is what the contracts say, today. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readApis } from '../config/run/apis'
import { apiPage } from '../config/run/docs/page'

const root = join(__dirname, '..')

describe('docs/API.md', () => {
  it('says what the contracts say (npm run api writes it again)', async () => {
    expect(readFileSync(join(root, 'docs', 'API.md'), 'utf8')).toBe(apiPage(await readApis(root)))
  })

  it('names every endpoint with its input, its output and the words of its errors', async () => {
    const apis = await readApis(root)
    const page = apiPage(apis)
    for (const { endpoints } of apis)
      for (const [name, { errors }] of Object.entries(endpoints)) {
        expect(page).toMatch(new RegExp(`^### ${name}( · writes)?$`, 'm'))
        for (const code of errors) expect(page).toContain(`| ${code} | `)
      }
  })
})
