/** Takes a roster from an Excel file: what the sheet must say, the file, and row by row what became of it. */
import { useState } from 'react'
import { workerApi } from '../../../domain/worker/api'
import { residences, trades } from '../../../domain/worker/choices'
import { documentKinds } from '../../../domain/worker/documents'
import { rosterColumns } from '../../../domain/worker/roster-file'
import { staff, workers } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { type Uploaded, uploadFile } from '../../cloud/upload'
import { BottomBar, Button, Card, Row } from '../../ui'
import { grantsFor, placesOf } from '../parts/access'
import { AtPlace } from '../parts/at-place'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { Report } from './report'

type Made = Awaited<ReturnType<typeof workers.importRoster>>

export default function ImportPage() {
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="导入名册" asked={asked}>
      {({ grants }) => (
        <AtPlace
          id="site"
          label="导入到哪个点"
          roots={placesOf(grantsFor(workerApi.endpoints.importRoster, grants))}
          wanted="site"
        >
          {({ scope }) => <Import key={scope.id} siteId={scope.id} />}
        </AtPlace>
      )}
    </DeskPage>
  )
}

function Import({ siteId }: { siteId: string }) {
  const picking = useDeed()
  const deed = useDeed()
  const [file, setFile] = useState<Uploaded>()
  const [made, setMade] = useState<Made>()
  const pick = () =>
    void picking.run(async () => {
      const uploaded = await uploadFile('xlsx')
      if (!uploaded) return
      deed.forget()
      setFile(uploaded)
    })
  const take = ({ fileId }: Uploaded) => {
    const asks = { siteId, fileId }
    void deed.run(async (requestId) => setMade(await workers.importRoster({ requestId, ...asks })), asks)
  }
  const again = () => {
    setMade(undefined)
    setFile(undefined)
  }
  if (made) return <Report made={made} onAgain={again} />
  return (
    <>
      <DeedNotice deed={picking} again={pick} />
      <DeedNotice deed={deed} again={pick} />
      {file ? <Card title={file.name}>{'传上来了。导入后一行一行告诉您收没收。'}</Card> : <Template />}
      <BottomBar>
        {file && <Button id="pick-other" kind="q" label="换一个文件" onClick={pick} />}
        {file ? (
          <Button id="take" kind="p" label="导入" busy={deed.isBusy} onClick={() => take(file)} />
        ) : (
          <Button id="pick-file" kind="p" label="选表格" busy={picking.isBusy} onClick={pick} />
        )}
      </BottomBar>
    </>
  )
}

type Words = Readonly<Record<string, { readonly label: string }>>
const labelsOf = (rows: Words): string =>
  Object.values(rows)
    .map(({ label }) => label)
    .join('，')

/** What may stand in a column that takes only certain words. */
const wordsFor: Readonly<Partial<Record<keyof typeof rosterColumns, string>>> = {
  documentKind: `${labelsOf(documentKinds)}。空着就是身份证`,
  bornOn: '护照这类看不出生日的证件要写，像 1980-05-01',
  residence: labelsOf(residences),
  trade: labelsOf(trades),
}

const isColumn = (key: string): key is keyof typeof rosterColumns => Object.hasOwn(rosterColumns, key)

/** The sheet in words, from the very rows the cloud reads it by. */
function Template() {
  return (
    <Card title="表格第一行写这些字">
      {'xlsx 表格，一行一个人，最多 500 人。先念给本人听，答应了才写进来。'}
      {Object.entries(rosterColumns).map(([key, { label, isOptional }]) => (
        <Row
          key={key}
          id={`column-${key}`}
          title={label}
          note={(isColumn(key) && wordsFor[key]) || undefined}
          value={isOptional ? '可以空着' : '要写'}
        />
      ))}
    </Card>
  )
}
