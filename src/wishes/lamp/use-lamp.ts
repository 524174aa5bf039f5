/** One lamp and its lighting: asked once with one request id, and when somebody else was faster, another one like it. */
import { useState } from 'react'
import type { KindName } from '../../../domain/wish/kinds'
import type { Promised } from '../../../domain/wish/views'
import { wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'

export type Lit = { readonly promised: Promised; readonly nth?: number }
type Seen = { readonly driveId: string; readonly kind: KindName }

/** The wall's count may be ten seconds old, and this lamp not in it yet. */
const nthOf = async (driveId: string, { litAt }: Promised): Promise<number | undefined> => {
  try {
    const { counts } = await wishes.wall({ driveId, limit: 1 })
    return litAt && counts.at < litAt ? counts.lit + 1 : counts.lit
  } catch {
    return undefined
  }
}

const oneLike = async ({ driveId, kind }: Seen, id: string): Promise<string | undefined> => {
  const alike = await wishes.wall({ driveId, kind, isDark: true, limit: 5 })
  const found = alike.lamps.length > 0 ? alike : await wishes.wall({ driveId, isDark: true, limit: 5 })
  return found.lamps.find((lamp) => lamp.id !== id)?.id
}

export const useLamp = (id: string) => {
  const asked = useAsk(() => wishes.lamp({ wishId: id }))
  const deed = useDeed()
  const [lit, setLit] = useState<Lit>()
  const [isLost, setLost] = useState(false)
  const [other, setOther] = useState<string>()
  const lost = (seen: Seen) => {
    setLost(true)
    oneLike(seen, id).then(setOther, () => undefined)
  }
  const light = (seen: Seen) =>
    void deed.run(async (requestId) => {
      try {
        const { promised } = await wishes.light({ requestId, wishId: id })
        setLit({ promised })
        const nth = await nthOf(seen.driveId, promised)
        if (nth !== undefined) setLit({ promised, nth })
      } catch (failure) {
        if (toAppError(failure).code !== 'WISH_ALREADY_LIT') throw failure
        lost(seen)
      }
    }, id)
  const goDark = () => {
    setLit(undefined)
    void asked.reload()
  }
  return { asked, deed, lit, isLost, other, light, goDark }
}
