/** The eight figures somebody confirms with, large enough to copy from. */
import { View } from '@tarojs/components'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { Card } from '../../ui'
import { aria } from '../../ui/aria'
import './confirm-code.css'

type Props = { readonly given: { readonly confirmCode: string; readonly validUntil: string } }

const inBreaths = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

export function ConfirmCode({ given: { confirmCode, validUntil } }: Props) {
  return (
    <Card title="确认编号，给本人，写下来">
      <View id="confirm-code" className="desk-code" {...aria({ label: [...confirmCode].join(' ') })}>
        {inBreaths(confirmCode)}
      </View>
      {`${sayDay(toDay(validUntil), new Date())}前，他用自己的手机打开“我的”，输这 8 位和证件号末 4 位。`}
    </Card>
  )
}
