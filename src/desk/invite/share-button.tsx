/** Sends an invitation on inside WeChat, where the friend taps it instead of scanning. */
import { useShareAppMessage } from '@tarojs/taro'
import { Button } from '../../ui'

type Props = { readonly made: { readonly scene: string; readonly roleLabel: string; readonly scopeName: string } }

export function ShareButton({ made: { scene, roleLabel, scopeName } }: Props) {
  useShareAppMessage(() => ({
    title: `邀您做${scopeName}的${roleLabel}`,
    path: `/desk/accept/index?scene=${encodeURIComponent(scene)}`,
  }))
  return <Button id="share" kind="p" label="发给他" openType="share" />
}
