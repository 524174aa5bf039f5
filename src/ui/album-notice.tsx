/** Whether a picture went into the album, and the way there when WeChat was not allowed to. */
import { Notice } from './notice'

export function AlbumNotice({ isKept }: { readonly isKept: boolean | undefined }) {
  if (isKept === undefined) return null
  if (isKept) return <Notice kind="ok" text="存好了，在相册里。" />
  return <Notice kind="wait" text="没存进相册。到微信的设置里让暖沪用相册，再存一次。" />
}
