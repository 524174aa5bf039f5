/** Takes a drive's wishes along as Excel, masked, for a reason that is logged; the link lives ten minutes. */
import { useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openFile } from '../../cloud/file'
import { Button, Card, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'

type Made = Awaited<ReturnType<typeof wishes.exportDrive>>
type Props = { readonly driveId: string; readonly title: string; readonly onClose: () => void }

const reasons = ['向上级报数字', '安排采购', '和接力站对账']

export function ExportSheet({ driveId, title, onClose }: Props) {
  const deed = useDeed()
  const opening = useDeed()
  const [made, setMade] = useState<Made>()
  const make = (reason: string) => {
    const asked = { driveId, reason }
    void deed.run(async (requestId) => setMade(await wishes.exportDrive({ requestId, ...asked })), asked)
  }
  if (made) {
    const show = () => void opening.run(() => openFile(made.fileUrl, 'xlsx'))
    return (
      <Sheet id="export-sheet" title="表做好了" onClose={onClose}>
        <Card title={`${made.count} 个心愿`}>
          {`名字都遮住了，表上印着您的名字。${sayInstant(made.expiresAt, new Date())} 前能打开。`}
        </Card>
        <DeedNotice deed={opening} again={show} />
        <Button id="open-file" kind="s" label="打开表格" busy={opening.isBusy} onClick={show} />
      </Sheet>
    )
  }
  return (
    <ReasonSheet
      id="export-sheet"
      title={`导出：${title}`}
      reasons={reasons}
      label="导出表格"
      isBusy={deed.isBusy}
      error={deed.error}
      note="谁在什么时候导出、为什么，都记下来。"
      onReason={make}
      onClose={onClose}
    />
  )
}
