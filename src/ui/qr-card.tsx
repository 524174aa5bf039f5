/** A code for somebody else's camera, on white whatever is around it, with its figures beneath for the eye. */
import { Image, View } from '@tarojs/components'
import { create } from 'qrcode/lib/core/qrcode'
import { useMemo } from 'react'
import { aria } from './aria'
import './qr-card.css'

type Props = { readonly id?: string; readonly value: string; readonly code: string }

/** Clear ground around a code, in modules, as ISO/IEC 18004 asks. */
const QUIET = 4

/** UTF-8 by hand: a phone's WeChat has no TextEncoder, which the library takes for a text. */
const bytesOf = (value: string): readonly number[] => {
  const text = encodeURIComponent(value).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Array.from(text, (sign) => sign.charCodeAt(0))
}

/** One path of runs, without what an address must escape: fewer bytes than a square for each module. */
const draw = (value: string): string => {
  const { modules } = create([{ data: bytesOf(value), mode: 'byte' }], { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * QUIET
  let path = ''
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; ) {
      let run = 0
      while (column + run < modules.size && modules.get(row, column + run)) run += 1
      if (run > 0) path += `M${column + QUIET},${row + QUIET}h${run}v1h-${run}z`
      column += run || 1
    }
  }
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,${side},${side}" shape-rendering="crispEdges">`
  const drawn = `${open}<path fill="white" d="M0,0h${side}v${side}H0z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURI(drawn)}`
}

export function QrCard({ id, value, code }: Props) {
  const source = useMemo(() => draw(value), [value])
  return (
    <View id={id} className="nh-qr">
      <Image
        className="nh-qr__code"
        src={source}
        mode="aspectFit"
        {...aria({ role: 'img', label: `二维码，编号 ${code}` })}
      />
      <View className="nh-qr__figures">{code}</View>
    </View>
  )
}
