/** Everything held about the worker, on the screen and as an Excel file (个人信息保护法 art 45). */
import { useState } from 'react'
import { workers } from '../../../cloud/apis'
import { useDeed } from '../../../cloud/deed'
import { openBase64 } from '../../../cloud/file'
import { useOnline } from '../../../cloud/letters'
import { BottomBar, Button, Card, Row, Screen } from '../../../ui'
import { Wrong } from '../parts/asked-page'

type Exported = Awaited<ReturnType<typeof workers.exportMine>>

export default function ExportPage() {
  const isOnline = useOnline()
  const asking = useDeed()
  const opening = useDeed()
  const [exported, setExported] = useState<Exported>()
  const ask = () =>
    void asking.run(async (requestId) => {
      setExported(await workers.exportMine({ requestId }))
    })
  const open = (base64: string) => void opening.run(() => openBase64(base64, 'xlsx'))
  return (
    <Screen
      title="导出我的资料"
      online={isOnline}
      bottom={
        <BottomBar>
          {exported ? (
            <Button
              id="open"
              kind="p"
              label="存成表格"
              busy={opening.isBusy}
              onClick={() => open(exported.fileBase64)}
            />
          ) : (
            <Button id="export" kind="p" label="全部给我看" busy={asking.isBusy} onClick={ask} />
          )}
        </BottomBar>
      }
    >
      {asking.error && <Wrong failure={asking.error} again={ask} />}
      {opening.error && <Wrong failure={opening.error} again={() => exported && open(exported.fileBase64)} />}
      {exported ? (
        <Sections sections={exported.sections} />
      ) : (
        <Card title="存了什么，全给您">
          {'有您填的、谁办过什么、谁看过您的号码。里面有完整的证件号，别让旁边的人看到。'}
        </Card>
      )}
    </Screen>
  )
}

/** More of one kind than an old phone draws at once is in the file alone. */
const SHOWN = 16

function Sections({ sections }: { sections: Exported['sections'] }) {
  return (
    <>
      {sections.map((section) => (
        <Card key={section.title} title={section.title}>
          {section.rows.length === 0 && <Row title="没有" />}
          {section.rows.slice(0, SHOWN).map((row) => (
            <Row key={`${row.label}-${row.value}`} title={row.label} value={row.value} />
          ))}
          {section.rows.length > SHOWN && (
            <Row title={`还有 ${section.rows.length - SHOWN} 行`} note="存成表格，全在里面" />
          )}
        </Card>
      ))}
    </>
  )
}
