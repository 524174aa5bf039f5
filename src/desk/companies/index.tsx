/** The companies that asked a union to light more than one person may. */
import { useState } from 'react'
import { wishApi } from '../../../domain/wish/api'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Empty, Notice } from '../../ui'
import { grantsFor, placesOf } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { Answer, type Asking } from './answer'

/** All places held, each company once. */
const load = async (): Promise<readonly Asking[]> => {
  const { grants } = await staff.me({})
  const places = placesOf(grantsFor(wishApi.endpoints.companies, grants))
  const pages = await Promise.all(places.map(({ scope }) => wishes.companies({ scope })))
  return [...new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.id, row] as const)).values()]
}

export default function CompaniesPage() {
  const asked = useAsk(load)
  const [says, setSays] = useState<string>()
  return (
    <DeskPage title="爱心单位" asked={asked}>
      {(rows) => (
        <>
          {says && <Notice id="done" kind="ok" text={says} />}
          {rows.length === 0 && <Empty id="none" title="没有单位在等。" text="有单位想多点几盏，会告诉您。" />}
          {rows.map((row) => (
            <Answer
              key={`${row.id}:${row.version}`}
              row={row}
              onReload={() => void asked.reload()}
              onDone={(words) => {
                setSays(words)
                void asked.reload()
              }}
            />
          ))}
        </>
      )}
    </DeskPage>
  )
}
