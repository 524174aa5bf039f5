/** Takes a closed batch to the bank: Excel or CSV, for a reason that is logged; the link lives ten minutes. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { download } from '../../cloud/file'
import { Button, Card, Choice, Notice, Sheet } from '../../ui'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'
import { sendFile } from '../parts/send-file'
import { shortHash } from './hash'

const forms = {
  xlsx: { text: 'Excel 表', hint: '多数银行要这一种' },
  csv: { text: 'CSV 文本', hint: '有的网银只收这一种' },
} as const
type Form = keyof typeof forms
const isForm = (name: string): name is Form => Object.hasOwn(forms, name)
const options = Object.entries(forms).map(([value, words]) => ({ value, ...words }))

const reasons = ['交给银行打钱', '和银行对账', '存档']

type Made = Awaited<ReturnType<typeof claims.batchFile>> & { readonly path: string; readonly form: Form }
type Props = { readonly batch: DeskBatch; readonly onClose: () => void }

export function ExportSheet({ batch: { id, title }, onClose }: Props) {
  const deed = useDeed()
  const [form, setForm] = useState<Form>('xlsx')
  const [made, setMade] = useState<Made>()
  const make = (reason: string) =>
    void deed.run(
      async (requestId) => {
        const file = await claims.batchFile({ requestId, id, form, reason })
        setMade({ ...file, form, path: await download(file.fileUrl) })
      },
      [id, form, reason],
    )
  if (made) return <Ready made={made} onClose={onClose} />
  return (
    <ReasonSheet
      id="export-sheet"
      title={`导出给银行：${title}`}
      first={
        <Choice
          id="form"
          label="银行要哪一种"
          options={options}
          value={form}
          onChange={(value) => isForm(value) && setForm(value)}
        />
      }
      reasons={reasons}
      label="导出"
      isBusy={deed.isBusy}
      error={deed.error}
      note="表里有完整的名字和卡号。谁在什么时候导出、为什么，都记下来。"
      onReason={make}
      onClose={onClose}
    />
  )
}

function Ready({
  made: { path, form, fileName, lines, totalFen, hash },
  onClose,
}: {
  made: Made
  onClose: () => void
}) {
  const opening = useDeed()
  const sending = useDeed()
  const [isSent, setSent] = useState(false)
  const show = () =>
    void opening.run(async () => void (await Taro.openDocument({ filePath: path, fileType: 'xlsx', showMenu: true })))
  const hand = () => void sending.run(async () => setSent(await sendFile(path, fileName)))
  return (
    <Sheet id="export-sheet" title="表做好了" onClose={onClose}>
      <Card title={`${lines} 笔，共 ${yuan(totalFen)}`}>
        {`${fileName}。指纹 ${shortHash(hash)}，和这一批的一样才对。`}
      </Card>
      {isSent && <Notice kind="ok" text="发出去了。在电脑上收，传给银行，再把聊天里的删掉。" />}
      <DeedNotice deed={sending} again={hand} />
      <Button id="send-file" kind="s" label="发到聊天里" busy={sending.isBusy} onClick={hand} />
      <DeedNotice deed={opening} again={show} />
      {form === 'xlsx' && <Button id="open-file" kind="q" label="打开表格" busy={opening.isBusy} onClick={show} />}
    </Sheet>
  )
}
