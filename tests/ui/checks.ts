/** Looks at a screen in Chromium as design/UI.md §6 asks, and says in sentences what is wrong with it. */
import { join } from 'node:path'
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
import type { Looking } from './page'

let script: Promise<string> | undefined

async function compile(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page', 'index.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'screenChecks',
    footer: { js: 'globalThis.screenChecks = screenChecks' },
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

/** Puts the checks into every page this context opens. */
export async function bringChecks(context: BrowserContext): Promise<void> {
  script ??= compile()
  await context.addInitScript(await script)
}

export async function checkScreen(page: Page, looking: Looking): Promise<string[]> {
  const found = await page.evaluate(`screenChecks.complaintsOf(${JSON.stringify(looking)})`)
  return v.parse(v.array(v.string()), found)
}
