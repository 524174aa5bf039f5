/** WeChat's own check of what everybody will read: what it did not look at has not passed (DOMAIN.md §3.10). */
import { files, openapi } from './cloud'

/** `unknown`: WeChat could not say now. A text then waits. */
export type Verdict = 'pass' | 'review' | 'risky' | 'unknown'

/** Words in a place many people read. */
const FORUM = 3
const PICTURE = 2

const verdictOf = (suggest: string | undefined): Verdict =>
  suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? suggest : 'unknown'

const log = (what: string, error: unknown): void =>
  console.warn(
    JSON.stringify({
      in: 'contentCheck',
      what,
      error: error instanceof Error ? error.message.slice(0, 200) : 'thrown',
    }),
  )

/** `openid` is whoever wrote it, or a reviewer: WeChat asks for somebody who was here within two hours. */
export const checkWords = async (content: string, openid: string): Promise<Verdict> => {
  try {
    const { result } = await openapi.security.msgSecCheck({ version: 2, scene: FORUM, openid, content })
    return verdictOf(result?.suggest)
  } catch (error) {
    log('msgSecCheck', error)
    return 'unknown'
  }
}

/** The name under which WeChat's verdict on this picture will come; undefined when it could not be asked. */
export const askAboutPicture = async (fileId: string, openid: string): Promise<string | undefined> => {
  try {
    const mediaUrl = await files.link(fileId)
    const { traceId } = await openapi.security.mediaCheckAsync({
      version: 2,
      scene: FORUM,
      openid,
      mediaUrl,
      mediaType: PICTURE,
    })
    return traceId
  } catch (error) {
    log('mediaCheckAsync', error)
    return undefined
  }
}
