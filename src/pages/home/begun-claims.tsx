/** A claim somebody began to fill in on this phone and was called away from: where they go on. */
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { goTo } from '../../cloud/go'
import { phoneStorage } from '../../cloud/phone-storage'
import { Row } from '../../ui'

const Begun = v.object({ programmeId: v.string(), claimId: v.string(), title: v.pipe(v.string(), v.minLength(1)) })

const begun = () =>
  phoneStorage.keys().flatMap((key) => {
    const read = v.safeParse(Begun, key.startsWith('draft:claim-') && phoneStorage.read(key))
    return read.success ? [{ key, ...read.output }] : []
  })

export function BegunClaims() {
  const [rows, setRows] = useState(begun)
  useDidShow(() => setRows(begun()))
  return (
    <>
      {rows.map(({ key, programmeId, claimId, title }) => (
        <Row
          key={key}
          id={`go-on-${claimId || programmeId}`}
          icon="pen"
          title={title}
          note="上次没填完"
          go="接着填"
          onClick={goTo(`/claims/claim/index?programme=${programmeId}${claimId ? `&claim=${claimId}` : ''}`)}
        />
      ))}
    </>
  )
}
