/** Looks at a screen in Chromium as design/UI.md §6 asks, and says in sentences what is wrong with it. */
import { join } from 'node:path'
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
import { MOST_BYTES } from '../e2e/steps'
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

const complaintsOf = async (page: Page, check: string): Promise<string[]> =>
  v.parse(v.array(v.string()), await page.evaluate(`screenChecks.${check}`))

export const checkScreen = (page: Page, looking: Looking): Promise<string[]> =>
  complaintsOf(page, `complaintsOf(${JSON.stringify(looking)})`)

/** What a real phone would have refused on the way here, and what an old one would have felt. */
export async function refusals(page: Page): Promise<string[]> {
  const [faults, stats] = await page.evaluate(() => [phone.faults(), phone.stats()] as const)
  const heavy = Object.entries(stats).filter(([, { largest }]) => largest > MOST_BYTES)
  return [
    ...faults.map(({ kind, words }) => `${kind}: ${words}`),
    ...heavy.map(([route, { largest }]) => `${route} set ${largest} bytes at once, over ${MOST_BYTES}`),
  ]
}

/** As high as the keyboard of most phones, its row of suggestions included. */
const KEYBOARD = 300

/** What a keyboard would hide, on a screen of this size without it. */
export async function checkTyping(page: Page, { width, height }: Readonly<Record<'width' | 'height', number>>) {
  await page.setViewportSize({ width, height: height - KEYBOARD })
  return complaintsOf(page, 'coveredWhileTyping()')
}
