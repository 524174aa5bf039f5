/** Pictures of one thing: how a good one looks, those taken with the size they were shrunk to, and the way to take another. */
import { Image, View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import { Icon } from './icon'
import { Question } from './question'
import './photos.css'

export type Photo = { readonly path: string; readonly note: string }

type Props = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly items: readonly Photo[]
  readonly max: number
  readonly onAdd: () => void
  readonly onLook: (path: string) => void
  readonly onRemove: (path: string) => void
}

export function Photos({ id, label, hint, error, items, max, onAdd, onLook, onRemove }: Props) {
  const take = items.length === 0 ? '拍照，或从相册选' : `再放一张，最多 ${max} 张`
  return (
    <Question id={id} label={label} hint={hint} error={error}>
      {items.length === 0 && <Samples />}
      {items.map(({ path, note }, index) => (
        <View key={path} id={`${id}-${index}`} className="nh-photo">
          <Image
            className="nh-photo__picture"
            src={path}
            mode="aspectFill"
            onClick={() => onLook(path)}
            {...aria({ role: 'button', label: `第 ${index + 1} 张，点开看大的` })}
          />
          <View className="nh-photo__words">
            <View>{`第 ${index + 1} 张`}</View>
            <View className="nh-photo__note">{note}</View>
          </View>
          <View
            id={`${id}-${index}-remove`}
            className="nh-photo__remove"
            onClick={() => onRemove(path)}
            {...aria({ role: 'button', label: `删掉第 ${index + 1} 张` })}
          >
            删掉
          </View>
        </View>
      ))}
      {items.length < max && (
        <Button id={`${id}-add`} kind={items.length === 0 ? 's' : 'q'} label={take} onClick={onAdd} />
      )}
    </Question>
  )
}

const samples = [
  { kind: 'good', icon: 'ok', tone: 'ok', words: '四个角都在，字看得清' },
  { kind: 'cut', icon: 'x', tone: 'stop', words: '切掉了，或者糊了' },
] as const

/** A paper as it should lie in the frame, and one as it should not: drawn, so that nobody’s own paper is shown. */
function Samples() {
  return (
    <View className="nh-samples">
      {samples.map(({ kind, icon, tone, words }) => (
        <View key={kind} className="nh-sample">
          <View className={`nh-sample__frame nh-sample__frame--${kind}`} {...aria({ isHidden: true })}>
            <View className="nh-sample__paper">
              <View className="nh-sample__line nh-sample__line--head" />
              <View className="nh-sample__line" />
              <View className="nh-sample__line" />
              <View className="nh-sample__line nh-sample__line--half" />
              <View className="nh-sample__seal" />
            </View>
          </View>
          <View className="nh-sample__words">
            <Icon name={icon} tone={tone} size={20} isDisc />
            <View className="nh-sample__text">{words}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
