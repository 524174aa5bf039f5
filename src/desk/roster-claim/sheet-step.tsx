/** What the sheet must say, an empty one to fill in, and the file: read by the cloud, counted by nobody yet. */
import { useState } from 'react'
import type { Period } from '../../../domain/claim/programme'
import type { ProgrammeCard } from '../../../domain/claim/views'
import type { Scope } from '../../../domain/kernel/roles'
import { useDeed } from '../../cloud/deed'
import { openBase64 } from '../../cloud/file'
import { type Uploaded, uploadFile } from '../../cloud/upload'
import { BottomBar, Button, Card, Notice, Row, Steps } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { sampleSheet } from './sample-sheet'
import { oneInstead } from './way'

type Column = { readonly label: string; readonly isOptional: boolean }
type Props = {
  readonly scope: Scope
  readonly offered: { readonly programme: ProgrammeCard; readonly columns: readonly Column[] }
  readonly month: string
  readonly onBack: () => void
}

const periodIn = ({ periods }: ProgrammeCard, month: string): Period | undefined =>
  periods.find(({ period }) => period === month)?.period

export function SheetStep({ scope, offered: { programme, columns }, month, onBack }: Props) {
  const picking = useDeed()
  const deed = useDeed()
  const [file, setFile] = useState<Uploaded>()
  const period = periodIn(programme, month)
  const pick = () =>
    void picking.run(async () => {
      const uploaded = await uploadFile('xlsx')
      if (!uploaded) return
      deed.forget()
      setFile(uploaded)
    })
  const take = ({ fileId }: Uploaded) => {
    if (!period) return
    const asks = { scope, programmeId: programme.id, edition: programme.edition, month: period, fileId }
    void deed.run(async (requestId) => {
      const { claim } = await claims.readRoster({ requestId, ...asks })
      oneInstead(scope, claim.id)
    }, asks)
  }
  return (
    <>
      <Steps now={2} of={2} />
      <DeedNotice deed={picking} again={pick} />
      <DeedNotice deed={deed} again={pick} />
      {file ? (
        <Card id="file" title={file.name}>
          {'传上来了。读完一行一行数，算不算都告诉您，数完再交。'}
        </Card>
      ) : (
        <Columns columns={columns} />
      )}
      <BottomBar>
        <Button id="before" kind="q" label="上一步" onClick={onBack} />
        {file && <Button id="pick-other" kind="q" label="换一个文件" busy={picking.isBusy} onClick={pick} />}
        {file ? (
          <Button id="take" kind="p" label="读进来" busy={deed.isBusy} onClick={() => take(file)} />
        ) : (
          <Button id="pick-file" kind="p" label="选表格" busy={picking.isBusy} onClick={pick} />
        )}
      </BottomBar>
    </>
  )
}

function Columns({ columns }: { readonly columns: readonly Column[] }) {
  const opening = useDeed()
  const show = () => void opening.run(() => openBase64(sampleSheet(columns.map(({ label }) => label)), 'xlsx'))
  return (
    <>
      <Notice id="how" kind="info" text="一行一个人，最多 10,000 人。名字、证件号照着证件写。" />
      <Card id="columns" title="表格第一行写这些字">
        {columns.map(({ label, isOptional }) => (
          <Row key={label} id={`column-${label}`} title={label} value={isOptional ? '可以空着' : '要写'} />
        ))}
      </Card>
      <DeedNotice deed={opening} again={show} />
      <Button id="sample" kind="s" label="打开样表，存下来填" busy={opening.isBusy} onClick={show} />
    </>
  )
}
