/** A browser has no WeChat friends: the figures are copied, to be sent by whatever way there is. */
import Taro from '@tarojs/taro'
import { Button } from '../../ui'

type Props = { readonly made: { readonly token: string } }

export function ShareButton({ made: { token } }: Props) {
  const copy = () => {
    Taro.setClipboardData({ data: token }).catch(() => undefined)
  }
  return <Button id="share" kind="p" label="复制邀请码" onClick={copy} />
}
