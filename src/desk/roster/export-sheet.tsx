/** Takes the masked roster along as Excel, for a reason that is logged; the link lives ten minutes. */
import { useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import { workers } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { openFile } from '../../cloud/file'
import { Button, Card, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'
import { exportReasons } from '../parts/reasons'
import type { Question } from './shelf'

type Made = Awaited<ReturnType<typeof workers.exportRoster>>
type Props = { readonly question: Question; readonly onClose: () => void }

/** A search for one person is not exported: the whole list of the filter is. */
export function ExportSheet({ question: { place, filter }, onClose }: Props) {
  const deed = useDeed()
  const opening = useDeed()
  const [made, setMade] = useState<Made>()
  const make = (reason: string) => {
    const asked = { scope: place.scope, filter, reason }
    void deed.run(async (requestId) => setMade(await workers.exportRoster({ requestId, ...asked })), asked)
  }
  if (made) {
    const show = () => void opening.run(() => openFile(made.fileUrl, 'xlsx'))
    return (
      <Sheet id="export-sheet" title="表做好了" onClose={onClose}>
        <Card title={`${place.name} · ${made.count} 人`}>
          {`名字、号码都遮住了，表上印着您的名字。${sayInstant(made.expiresAt, new Date())} 前能打开。`}
        </Card>
        <DeedNotice deed={opening} again={show} />
        <Button id="open-file" kind="s" label="打开表格" busy={opening.isBusy} onClick={show} />
      </Sheet>
    )
  }
  return (
    <ReasonSheet
      id="export-sheet"
      title={`导出${place.name}的名册`}
      reasons={exportReasons}
      label="导出表格"
      isBusy={deed.isBusy}
      error={deed.error}
      note="谁在什么时候导出、为什么，都记下来。"
      onReason={make}
      onClose={onClose}
    />
  )
}
