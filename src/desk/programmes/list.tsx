/** The programmes of a place, newest first: what each is, how it stands, where its money is. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { DeskProgramme } from '../../../domain/claim/views-desk'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { aria, Button, Card, Empty, Icon, Skeleton, StatusTag } from '../../ui'
import type { Place } from '../parts/access'
import { Books } from '../parts/books'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { open } from '../parts/routes'
import './programmes.css'

/** So many are drawn at once as an old phone bears. */
const AT_ONCE = 6

type Page = Awaited<ReturnType<typeof claims.deskProgrammes>>

export function ProgrammeList({ place: { scope } }: { readonly place: Place }) {
  const asked = useAsk(() => claims.deskProgrammes({ scope }))
  const deed = useDeed()
  const [later, setLater] = useState<{ readonly of: Page; readonly page: Page }>()
  const [most, setMost] = useState(AT_ONCE)
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { rows, next } = later?.of === asked.data ? later.page : asked.data
  const more = () => {
    setMost(most + AT_ONCE)
    if (most + AT_ONCE <= rows.length || next === undefined) return
    void deed.run(async () => {
      const page = await claims.deskProgrammes({ scope, cursor: next })
      setLater({ of: asked.data, page: { rows: [...rows, ...page.rows], next: page.next } })
    })
  }
  if (rows.length === 0)
    return <Empty id="no-programmes" title="这里还没有补贴" text="照着文件写一个，试过了再开始领。" />
  return (
    <>
      {rows.slice(0, most).map((row) => (
        <One key={row.id} row={row} />
      ))}
      <DeedNotice deed={deed} again={more} />
      {(most < rows.length || next !== undefined) && (
        <Button id="more" kind="q" label={`再看 ${AT_ONCE} 个`} busy={deed.isBusy} onClick={more} />
      )}
    </>
  )
}

const editionWords = ({ edition }: DeskProgramme): string => (edition > 0 ? `第 ${edition} 版` : '')

function One({ row }: { readonly row: DeskProgramme }) {
  const { id, title, benefitLabel, scopeName, stateLabel, tone, opensOn, closesOn, books } = row
  const now = new Date()
  const days = `${sayDay(toDay(opensOn), now)} 到 ${sayDay(toDay(closesOn), now)}`
  const about = [benefitLabel, scopeName, editionWords(row)].filter(Boolean).join(' · ')
  return (
    <Card>
      <View
        id={`programme-${id}`}
        className="desk-programme"
        hoverClass="desk-programme--down"
        onClick={() => open('programme', { id })}
        {...aria({ role: 'button', label: [title, stateLabel, about, days].join('，') })}
      >
        <View className="desk-programme__words">
          <View className="desk-programme__title">{title}</View>
          <StatusTag state={tone} text={stateLabel} />
          <View className="desk-programme__note">{about}</View>
          <View className="desk-programme__note">{days}</View>
        </View>
        <Icon name="go" tone="ink3" size={18} />
      </View>
      {books && <Books id={`books-${id}`} books={books} />}
    </Card>
  )
}
