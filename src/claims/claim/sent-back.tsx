/** A claim sent back: how many places are to be mended and why, in a box with a thick bar; the rest stands as it was sent. */
import { View } from '@tarojs/components'
import { aria, Icon } from '../../ui'
import { type Asking, askings, isSentBack } from './asking'
import type { Form } from './form'
import { labelOf } from './rows'
import './sent-back.css'

type Props = { readonly parts: readonly string[]; readonly because: string | undefined }

export function ToMend({ parts, because }: Props) {
  const count = `要改 ${parts.length} 处`
  return (
    <View
      id="to-mend"
      className="claim-mend"
      {...aria({ role: 'alert', label: [count, because].filter(Boolean).join('：') })}
    >
      <View className="claim-mend__title">
        <Icon name="mend" tone="stop" size={24} isDisc />
        <View className="claim-mend__count">{count}</View>
      </View>
      {because && <View className="claim-mend__because">{because}</View>}
      {parts.length > 0 && <View className="claim-mend__parts">{`只改这些：${parts.join('、')}。别的照上次交的`}</View>}
    </View>
  )
}

export function SentBack({ form }: { readonly form: Form }) {
  if (!isSentBack(form)) return null
  const parts = askings(form).map((asking: Asking) => labelOf(asking))
  return <ToMend parts={parts} because={form.claim?.because} />
}
