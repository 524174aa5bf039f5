/** What has to be mended before this can go on, in the words that stand at each question; a tap goes there. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { anchorOf } from './question'
import './error-summary.css'

type Item = { readonly text: string; readonly fieldId: string }

const SUMMARY = 'error-summary'
const jumpTo = (id: string) => void Taro.pageScrollTo({ selector: `#${id}`, duration: 0 }).catch(() => undefined)

export function ErrorSummary({ items }: { readonly items: readonly Item[] }) {
  const said = items.map(({ text }) => text).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: seen again whenever there is something else to mend
  useEffect(() => jumpTo(SUMMARY), [said])
  return (
    <View id={SUMMARY} className="nh-errors" {...aria({ role: 'alert', isLive: true })}>
      <View className="nh-errors__title">
        <Icon name="mend" tone="stop" size={24} isDisc />
        <View className="nh-errors__count">{`有 ${items.length} 处要改`}</View>
      </View>
      {items.map(({ text, fieldId }) => (
        <View
          key={fieldId}
          className="nh-errors__item"
          onClick={() => jumpTo(anchorOf(fieldId))}
          {...aria({ role: 'button', label: text })}
        >
          {text}
        </View>
      ))}
    </View>
  )
}
