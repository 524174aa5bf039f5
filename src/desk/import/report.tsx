/** What became of an imported sheet, row by row: what was refused and why first, then the codes to hand out. */
import type { workers } from '../../cloud/apis'
import { BottomBar, Button, Card, Notice, Row } from '../../ui'
import { open } from '../parts/routes'

type Made = Awaited<ReturnType<typeof workers.importRoster>>

export function Report({ made: { taken, refused, rows }, onAgain }: { made: Made; onAgain: () => void }) {
  const wrong = rows.filter(({ isTaken }) => !isTaken)
  const right = rows.filter(({ isTaken }) => isTaken)
  return (
    <>
      <Notice
        kind={wrong.length > 0 ? 'wait' : 'ok'}
        text={rows.length === 0 ? '表里没有人。第一行要有“姓名”这两个字。' : `收了 ${taken} 行，没收 ${refused} 行。`}
      />
      {wrong.length > 0 && (
        <Card title="没收的，改了再传一次">
          {wrong.map(({ row, problem }) => (
            <Row key={row} id={`row-${row}`} title={`第 ${row} 行`} note={problem} />
          ))}
        </Card>
      )}
      {right.length > 0 && (
        <Card title="收了的，把编号给本人">
          {right.map(({ row, confirmCode }) => (
            <Row key={row} id={`row-${row}`} title={`第 ${row} 行`} value={confirmCode} />
          ))}
        </Card>
      )}
      <BottomBar>
        <Button id="import-again" kind="q" label="再传一个" onClick={onAgain} />
        <Button id="see-roster" kind="p" label="看名册" onClick={() => open('roster')} />
      </BottomBar>
    </>
  )
}
