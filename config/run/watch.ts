/** `npm run dev`: builds again what is saved, and opens the phones on the desk again. */
import { join } from 'node:path'
import type { Cloud } from '../../platform/cloud'
import { buildFunctions } from '../functions'
import { watchApp } from '../taro'
import { fifths } from './building'
import type { Desk } from './desk/server'
import { root } from './options'
import { messageOf } from './say'
import { onSettled, type Watching } from './settled'

type Progress = (line: string) => void

/** New code runs in the cloud that is there; a mistake is said, and the old code runs on. */
export function watchFunctions(
  root: string,
  cloud: Pick<Cloud, 'reload'>,
  onProgress: Progress,
  onBuilt: () => void,
): Watching {
  const folders = ['cloudfunctions', 'domain'].map((name) => join(root, name))
  let isBroken = false
  const rebuild = async (): Promise<void> => {
    if (await buildFunctions({ root })) {
      await cloud.reload()
      onProgress('functions: running the new code')
      onBuilt()
    } else if (isBroken) onProgress('functions: as they were')
  }
  return onSettled(folders, () =>
    rebuild().then(
      () => {
        isBroken = false
      },
      (failure: unknown) => {
        isBroken = true
        onProgress(`functions: not built, the old code still runs. ${messageOf(failure)}`)
      },
    ),
  )
}

/** Of several mistakes the first, in full: the others often come of it. */
export function reportOf(errors: readonly string[]): string | undefined {
  const [first] = errors
  if (first === undefined) return undefined
  const others = errors.length > 1 ? `\n(and ${errors.length - 1} more)` : ''
  return `app: not built. ${first}${others}`
}

/** `built` resolves with the first build without a mistake in it. */
export function watchPhones(onProgress: Progress, onBuilt: () => void): Watching & { readonly built: Promise<void> } {
  let isBuilt = false
  let resolve = (): void => {}
  const built = new Promise<void>((done) => {
    resolve = done
  })
  const say = fifths((line) => onProgress(`app: ${line}`))
  const { stop } = watchApp({
    onProgress: (line) => {
      if (!isBuilt) say(line)
    },
    onBuilt: (errors) => {
      const report = reportOf(errors)
      if (report !== undefined) return onProgress(report)
      if (isBuilt) onProgress('app: built again')
      isBuilt = true
      resolve()
      onBuilt()
    },
    onEnded: (said) =>
      onProgress(`app: the build has ended and nothing is watched any more: stop and start again.\n${said}`),
  })
  return { built, stop }
}

export function watchAll(desk: Desk, cloud: Cloud, onProgress: Progress): Watching & { readonly built: Promise<void> } {
  const show = (): void => {
    desk.rebuilt().catch((failure: unknown) => onProgress(`app: not shown. ${messageOf(failure)}`))
  }
  const phones = watchPhones(onProgress, show)
  const functions = watchFunctions(root, cloud, onProgress, show)
  return {
    built: phones.built,
    stop: async () => {
      await Promise.all([phones.stop(), functions.stop()])
    },
  }
}
