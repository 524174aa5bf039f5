/** One page of lamps in rows on their garlands: drawn in two goes, so that neither is too much for an old phone at once. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { kindLine, kinds } from '../../../domain/wish/kinds'
import { goTo } from '../../cloud/go'
import { aria, useTextSize } from '../../ui'
import { KindLantern } from './lantern'
import type { Lamp } from './use-wall'

const AT_ONCE = 12
const SOON_MS = 40

const rowsOf = (lamps: readonly Lamp[], each: number): Lamp[][] =>
  Array.from({ length: Math.ceil(lamps.length / each) }, (_, at) => lamps.slice(at * each, (at + 1) * each))

export function Lamps({ lamps }: { readonly lamps: readonly Lamp[] }) {
  const each = useTextSize() === 'largest' ? 2 : 3
  const [drawn, setDrawn] = useState(AT_ONCE)
  useEffect(() => {
    if (drawn >= lamps.length) return undefined
    const timer = setTimeout(() => setDrawn(drawn + AT_ONCE), SOON_MS)
    return () => clearTimeout(timer)
  }, [drawn, lamps.length])
  return (
    <>
      {rowsOf(lamps.slice(0, drawn), each).map((row) => (
        <View key={row[0]?.id} className="wall-row">
          {row.map((lamp) => (
            <WallLamp key={lamp.id} lamp={lamp} />
          ))}
        </View>
      ))}
    </>
  )
}

const stateOf = ({ isMine, isLit }: Lamp): string => {
  if (isMine) return '♥ 您点亮的'
  return isLit ? '已点亮' : '等您点亮'
}

function WallLamp({ lamp }: { readonly lamp: Lamp }) {
  const { id, kind, detail, isLit } = lamp
  const state = stateOf(lamp)
  return (
    <View
      id={`lamp-${id}`}
      className="wall-lamp"
      onClick={goTo(`/wishes/lamp/index?id=${id}`)}
      {...aria({ role: 'button', label: `${kindLine(kind, detail)}，${state.replace('♥ ', '')}` })}
    >
      <KindLantern kind={kind} isLit={isLit} />
      <View className="wall-lamp__kind">{kinds[kind].label}</View>
      <View>{kinds[kind].says(detail)}</View>
      <View className={isLit ? 'wall-lamp__state wall-lamp__state--lit' : 'wall-lamp__state'}>{state}</View>
    </View>
  )
}
