/** `npm run dev`: builds again what is saved, and opens the phones on the desk again. */
import { existsSync, watch as watchFolder } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '../../platform/cloud'
import { builtMark } from '../fingerprint'
import { buildFunctions } from '../functions'
import { fifths } from './building'
import type { Desk } from './desk/server'
import { root } from './options'
import { messageOf } from './say'

/** An editor saves in several strokes; one rebuild answers them all. */
const SETTLED_MS = 120

function onSettled(folders: readonly string[], act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const watchers = folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watchFolder(folder, { recursive: true }, () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          running = running.then(act)
        }, SETTLED_MS)
      }),
    )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

export function watch(desk: Desk, cloud: Cloud, onProgress: (line: string) => void): () => void {
  const stopFunctions = onSettled(['cloudfunctions', 'domain'], async () => {
    try {
      if (!(await buildFunctions({ root, onProgress }))) return
      await cloud.reload()
      onProgress('functions: running the new code')
      desk.rebuilt()
    } catch (failure) {
      onProgress(`functions: ${messageOf(failure)}`)
    }
  })
  const stopApp = onSettled(['dist/h5'], async () => desk.rebuilt())
  builtMark(join(root, 'dist'), 'h5').set('watched')
  const building = import('../taro').then(({ buildApp }) =>
    buildApp({ platform: 'h5', watch: true, onProgress: fifths((line) => onProgress(`h5: ${line}`)) }),
  )
  building.catch((failure: unknown) => onProgress(`h5: ${messageOf(failure)}`))
  return () => {
    stopFunctions()
    stopApp()
  }
}
