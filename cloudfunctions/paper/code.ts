/** A mini-program code from WeChat, as a picture inside a drawing. */
import { openapi } from '../_lib/cloud'

/** `width` in dots; `page` is where it leads. */
export const codePicture = async (scene: string, page: string, width: number): Promise<string> => {
  const { buffer, contentType } = await openapi.wxacode.getUnlimited({ scene, page, checkPath: false, width })
  return `data:${contentType};base64,${Buffer.from(buffer).toString('base64')}`
}
