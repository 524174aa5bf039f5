/** Whether the stories run on this desk or, by WS_ENDPOINT, on phones of somebody else's, and what that changes for a test. */

const MINUTE_MS = 60_000
/** A person at the desk answers WeChat's sheets there, and may be making tea. */
export const BY_HAND_MS = 5 * MINUTE_MS
const STORY_MS = 4 * MINUTE_MS
const STORY_BY_HAND_MS = 60 * MINUTE_MS

/** `newcomer=ws://…` is the phone of that person; without a name it goes to whoever has none yet. */
const NAMED = /^([\w-]+)=(.+)$/

const named = new Map<string, string>()
const unnamed: string[] = []
for (const one of (process.env.WS_ENDPOINT ?? '').split(',').map((entry) => entry.trim())) {
  const [, slug, endpoint] = NAMED.exec(one) ?? []
  if (slug !== undefined && endpoint !== undefined) named.set(slug, endpoint)
  else if (one !== '') unnamed.push(one)
}

export const isElsewhere = named.size + unnamed.length > 0

export function endpointOf(slug: string): string {
  const endpoint = named.get(slug) ?? unnamed.shift()
  if (endpoint === undefined) throw new Error(`WS_ENDPOINT names no phone for ${slug}`)
  named.set(slug, endpoint)
  return endpoint
}

/** For every test of whoever tells a story. */
jest.setTimeout(isElsewhere ? STORY_BY_HAND_MS : STORY_MS)

const { skip: leftOut } = test
/** A test of what only the phone on this desk can do; elsewhere it is left out by name (docs/ON-A-REAL-PHONE.md). */
export const onThisDesk = isElsewhere ? leftOut : test
