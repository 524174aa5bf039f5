/** Runs Taro's own command for one platform, in a process of its own that ends with this one. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { errorsOf } from './watched'

const root = resolve(__dirname, '..')
const KEPT_LINES = 40

type Progress = (line: string) => void

export type AppBuild = { readonly platform: 'weapp' | 'h5'; readonly onProgress?: Progress }

/** By the channel between them Taro says what came of each build, and sees when nobody listens any more. */
const startTaro = (platform: AppBuild['platform'], mode: 'production' | 'development'): ChildProcess => {
  const cli = join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const watching = mode === 'development' ? ['--watch'] : []
  return spawn(process.execPath, [cli, 'build', '--type', platform, '--no-check', ...watching], {
    cwd: root,
    env: { ...process.env, NODE_ENV: mode, TARO_ENV: platform, NO_UPDATE_NOTIFIER: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Its last lines, for when it fails; of the others only those that tell how far it is are passed on. */
function listenTo(taro: ChildProcess, onProgress: Progress): readonly string[] {
  const lines: string[] = []
  const keep = (chunk: Buffer): void => {
    const fresh = chunk
      .toString()
      .split('\n')
      .filter((line) => line.trim() !== '')
    lines.push(...fresh)
    lines.splice(0, lines.length - KEPT_LINES)
    for (const line of fresh) if (/\d%/.test(line)) onProgress(line.trim())
  }
  taro.stdout?.on('data', keep)
  taro.stderr?.on('data', keep)
  return lines
}

/** Resolves when the build stands in dist/<platform>; rejects with the first mistake, or else with the last lines Taro wrote. */
export function buildApp({ platform, onProgress = () => {} }: AppBuild): Promise<void> {
  return new Promise((done, refuse) => {
    const taro = startTaro(platform, 'production')
    const lines = listenTo(taro, onProgress)
    let mistake: string | undefined
    taro.on('message', (message) => {
      mistake ??= errorsOf(message, root)[0]
    })
    taro.once('error', refuse)
    taro.once('close', (code) =>
      code === 0 ? done() : refuse(new Error(`The ${platform} build failed: ${mistake ?? lines.join('\n')}`)),
    )
  })
}

export type AppWatch = {
  readonly onProgress: Progress
  /** After each build: what is wrong in the sources, or nothing. */
  readonly onBuilt: (errors: readonly string[]) => void
  /** It ended although nobody had stopped it. */
  readonly onEnded: (said: string) => void
}

/** Builds the mini-program into dist/dev whenever a source is saved, until it is stopped. */
export function watchApp({ onProgress, onBuilt, onEnded }: AppWatch): { stop(): Promise<void> } {
  const taro = startTaro('weapp', 'development')
  const lines = listenTo(taro, onProgress)
  let isStopping = false
  const ended = new Promise<void>((resolve) => {
    taro.once('error', () => resolve())
    taro.once('close', (_code, signal) => {
      /** Ctrl-C reaches every process of the terminal at once. */
      if (!isStopping && signal !== 'SIGINT') onEnded(lines.join('\n'))
      resolve()
    })
  })
  taro.on('message', (message) => onBuilt(errorsOf(message, root)))
  return {
    stop: () => {
      isStopping = true
      taro.kill('SIGKILL')
      return ended
    },
  }
}
