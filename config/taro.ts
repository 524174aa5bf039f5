/** Runs Taro's own command for one platform, in a process of its own. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '..')
const KEPT_LINES = 40

export type AppBuild = {
  readonly platform: 'weapp' | 'h5'
  readonly watch?: boolean
  readonly onProgress?: (line: string) => void
}

/** Resolves when the build stands in dist/<platform>; rejects with the last lines Taro wrote. Watching, it resolves when Taro stops. */
export function buildApp({ platform, watch = false, onProgress = () => {} }: AppBuild): Promise<void> {
  const cli = join(root, 'node_modules', '@tarojs', 'cli', 'bin', 'taro')
  const args = [cli, 'build', '--type', platform, '--no-check', ...(watch ? ['--watch'] : [])]
  const environment = {
    ...process.env,
    NODE_ENV: watch ? 'development' : 'production',
    TARO_ENV: platform,
    NO_UPDATE_NOTIFIER: '1',
  }
  return new Promise((done, refuse) => {
    const taro = spawn(process.execPath, args, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const lines: string[] = []
    const keep = (chunk: Buffer): void => {
      const fresh = chunk
        .toString()
        .split('\n')
        .filter((line) => line.trim() !== '')
      lines.push(...fresh)
      lines.splice(0, lines.length - KEPT_LINES)
      for (const line of fresh) if (/%|error/i.test(line)) onProgress(line.trim())
    }
    taro.stdout.on('data', keep)
    taro.stderr.on('data', keep)
    taro.once('error', refuse)
    taro.once('close', (code) =>
      code === 0 ? done() : refuse(new Error(`The ${platform} build failed:\n${lines.join('\n')}`)),
    )
  })
}
