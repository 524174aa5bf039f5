/** The local cloud with the people of the demo city, over a data folder: what the desk, the phone and their tests stand on. */
import { join } from 'node:path'
import type { Cloud } from '../../platform/cloud'
import { prepareDataFolder, readEnv } from './data-folder'
import { root } from './options'
import { openidOf, personas, phones } from './personas'

type Progress = (line: string) => void

export type DemoCloudOptions = {
  readonly dataDir: string
  /** The cloud's console leads to each person's phone. */
  readonly deskPort: number
  /** A query that no index serves fails. */
  readonly strict?: boolean
}

/** Where the desk serves this person's phone. */
export const phoneOrigin = (slug: string, deskPort: number): string => `http://${slug}.localhost:${deskPort}`

export async function openDemoCloud({ dataDir, deskPort, strict = false }: DemoCloudOptions): Promise<Cloud> {
  prepareDataFolder(dataDir)
  const { startCloud } = await import('../../platform/cloud')
  const people = personas.map(({ slug, label }) => ({
    openid: openidOf(slug),
    label,
    url: `${phoneOrigin(slug, deskPort)}/`,
  }))
  return startCloud({
    port: 0,
    dataDir,
    distDir: join(root, 'dist', 'cloudfunctions'),
    env: readEnv(dataDir),
    phones: phones(),
    people,
    quiet: true,
    strict,
  })
}

/** Once for each data folder; through the real endpoints, so that it takes a moment. */
export async function loadCity(cloud: Cloud, dataDir: string, onProgress: Progress): Promise<void> {
  const { Journal } = await import('./demo/journal')
  if (new Journal(dataDir).isLoaded) return
  const { loadDemoCity } = await import('./demo/city')
  await loadDemoCity(cloud, dataDir, new Date(), onProgress)
}
