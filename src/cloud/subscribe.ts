/** One tap lets us send one notice to WeChat's service messages. */
import Taro from '@tarojs/taro'

/** The template ids WeChat gave to the app id this build is for; a build without one asks nobody. */
const templateIds: readonly string[] = NOTICE_TEMPLATE_IDS

/** Must be called inside a tap. A refusal changes nothing: the notice still stands in 消息. */
export const askForNotices = async (): Promise<void> => {
  if (templateIds.length === 0) return
  await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] }).catch(() => undefined)
}
