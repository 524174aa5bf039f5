/** The pictures somebody handed in, large; a tap shows one over the whole screen, where it can be pinched and turned. */
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { Card } from '../../ui'
import { aria } from '../../ui/aria'
import './pictures.css'

type Props = { readonly evidence: DeskClaimWhole['evidence'] }

/** Whoever looks may go on to the pictures of every other part. */
const look = (all: readonly string[], current: string) => (): void =>
  void Taro.previewImage({ urls: [...all], current }).catch(() => undefined)

export function Pictures({ evidence }: Props) {
  const all = evidence.flatMap(({ urls }) => urls)
  return (
    <>
      {evidence.map(({ evidenceId, label, urls }) => (
        <Card key={evidenceId} id={`evidence-${evidenceId}`} title={label}>
          {urls.length === 0 && '没有照片。'}
          {urls.map((url, at) => (
            <View
              key={url}
              id={`picture-${evidenceId}-${at}`}
              className="desk-picture"
              hoverClass="desk-picture--down"
              onClick={look(all, url)}
              {...aria({ role: 'button', label: `${label}，第 ${at + 1} 张，共 ${urls.length} 张，放大看` })}
            >
              <Image className="desk-picture__in" src={url} mode="aspectFit" lazyLoad {...aria({ isHidden: true })} />
              <View className="desk-picture__go">{urls.length > 1 ? `${at + 1}/${urls.length} 放大看` : '放大看'}</View>
            </View>
          ))}
        </Card>
      ))}
    </>
  )
}
