/** How the wish will hang: a dark lantern with the gift drawn in it, and all that anybody reads of it. */
import { View } from '@tarojs/components'
import { type KindName, kindLine, kinds } from '../../../domain/wish/kinds'
import { KindLantern } from '../../pages/wish/lantern'
import { aria } from '../../ui'
import './preview.css'

type Props = { readonly kind: KindName; readonly detail: string; readonly story: string }

export function Preview({ kind, detail, story }: Props) {
  const line = detail ? kindLine(kind, detail) : kinds[kind].label
  return (
    <View className="preview" {...aria({ label: `墙上只看到：${line}，${story}` })}>
      <KindLantern kind={kind} isLit={false} />
      <View className="preview__words">
        <View className="preview__who">墙上只看到这些，没有您的名字</View>
        <View className="preview__line">{line}</View>
        <View className="preview__story">{story ? `“${story}”` : '您说的话'}</View>
      </View>
    </View>
  )
}
