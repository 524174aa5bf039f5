/** A bank's answers: the file read against the batch first, then taken over part by part, then what came of it. */
import { useState } from 'react'
import { bankColumns } from '../../../domain/claim/bank-file'
import type { DeskBatch } from '../../../domain/claim/views-paying'
import { yuan } from '../../../domain/kernel/money'
import { useDeed } from '../../cloud/deed'
import { type Uploaded, uploadFile } from '../../cloud/upload'
import { Button, Card, Notice, Row, Sheet } from '../../ui'
import { Progress } from '../../ui/progress'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { useSteps } from '../parts/use-steps'

type Read = Awaited<ReturnType<typeof claims.importResults>> & { readonly fileName: string }
type Props = {
  readonly batch: DeskBatch
  readonly onClose: () => void
  /** Some of it was taken over: the batch is another one now. */
  readonly onDone: () => void
}

export function ResultsSheet({ batch, onClose, onDone }: Props) {
  const [read, setRead] = useState<Read>()
  return read ? (
    <Apply key={read.importId} batch={batch} read={read} onAgain={() => setRead(undefined)} onDone={onDone} />
  ) : (
    <Pick batch={batch} onRead={setRead} onClose={onClose} />
  )
}

const { outcome } = bankColumns

type PickProps = {
  readonly batch: DeskBatch
  readonly onRead: (read: Read) => void
  readonly onClose: () => void
}

function Pick({ batch, onRead, onClose }: PickProps) {
  const picking = useDeed()
  const reading = useDeed()
  const [file, setFile] = useState<Uploaded>()
  const read = ({ fileId, name }: Uploaded) =>
    void reading.run(
      async (requestId) => {
        const answer = await claims.importResults({ requestId, batchId: batch.id, fileId })
        onRead({ ...answer, fileName: name })
      },
      [batch.id, fileId],
    )
  const pick = () =>
    void picking.run(async () => {
      const picked = await uploadFile('xlsx', 'csv')
      if (!picked) return
      reading.forget()
      setFile(picked)
      read(picked)
    })
  /** What is wrong with a file is mended by another one; a lost answer by the same once more. */
  const again = () => (file && reading.error?.code === 'UNREACHABLE' ? read(file) : pick())
  const foot = (
    <>
      <DeedNotice deed={picking} again={pick} />
      <DeedNotice deed={reading} again={again} />
      <Button
        id="pick-file"
        kind="s"
        label={reading.isBusy ? '正在读' : '从聊天里选文件'}
        busy={picking.isBusy || reading.isBusy}
        onClick={pick}
      />
    </>
  )
  return (
    <Sheet id="results" title="传银行结果" onClose={onClose} foot={foot}>
      {`xlsx 或 csv。导出给银行的那张表，加上“${outcome.label}”一列，写成功或失败。先念给您看，记下来才算。`}
      <Card title="第一行要有这些字">
        {Object.entries(bankColumns).map(([key, { label, isOptional }]) => (
          <Row key={key} id={`column-${key}`} title={label} value={isOptional ? '可以没有' : '要有'} />
        ))}
      </Card>
    </Sheet>
  )
}

const MOST_PROBLEMS = 20

function Problems({ problems }: { readonly problems: Read['problems'] }) {
  const [isAll, setAll] = useState(false)
  const shown = isAll ? problems : problems.slice(0, MOST_PROBLEMS)
  if (problems.length === 0) return null
  return (
    <>
      <Card id="problems" title={`${problems.length} 行对不上，先放着`}>
        {shown.map(({ row, problem }) => (
          <Row key={row} id={`problem-${row}`} title={`第 ${row} 行`} note={problem} />
        ))}
      </Card>
      {shown.length < problems.length && (
        <Button id="all-problems" kind="q" label="都看" onClick={() => setAll(true)} />
      )}
    </>
  )
}

type ApplyProps = {
  readonly batch: DeskBatch
  readonly read: Read
  readonly onAgain: () => void
  readonly onDone: () => void
}

function Apply({ batch, read, onAgain, onDone }: ApplyProps) {
  const { importId, parts, lines, paid, failed, problems, fileName } = read
  const steps = useSteps<{ readonly batch: DeskBatch; readonly refused: Read['problems'] }>()
  const { far, isBusy, error } = steps
  const apply = () =>
    void steps.run(async (requestId, before) => {
      const part = before?.done ?? 0
      const answer = await claims.applyResults({ requestId, batchId: batch.id, importId, part })
      const refused = answer.rows.filter(({ problem }) => problem !== undefined)
      const all = [...(before?.answer.refused ?? []), ...refused]
      return { answer: { batch: answer.batch, refused: all }, done: part + 1, of: parts, isOver: part + 1 >= parts }
    })
  if (far?.isOver) return <Report {...far.answer} onDone={onDone} />
  const leave = far ? onDone : onAgain
  /** Half a file is not left behind by a slip of the thumb. */
  const close = () => (isBusy ? undefined : leave())
  const canApply = parts > 0 && paid + failed > 0
  const foot = (
    <>
      <DeedNotice deed={{ error }} again={apply} />
      {canApply && !error && <Button id="apply" kind="s" label="记下来" busy={isBusy} onClick={apply} />}
      {!far && <Button id="pick-other" kind="q" label="换一个文件" onClick={onAgain} />}
    </>
  )
  return (
    <Sheet id="results" title={fileName} onClose={close} foot={foot}>
      {(isBusy || far) && (
        <Progress id="applying" text={`记了 ${far?.done ?? 0} 份，共 ${parts} 份`} done={far?.done ?? 0} of={parts} />
      )}
      <Card title={`读出 ${lines} 行`}>
        <Row id="read-paid" title="打成了" value={`${paid} 笔`} />
        <Row id="read-failed" title="没打成" value={`${failed} 笔`} />
      </Card>
      <Problems problems={problems} />
    </Sheet>
  )
}

type ReportProps = {
  readonly batch: DeskBatch
  readonly refused: Read['problems']
  readonly onDone: () => void
}

/** What is still open is said, so that nobody takes half a file for a whole one. */
function Report({ batch, refused, onDone }: ReportProps) {
  const { lines, paid, paidFen, failed } = batch
  const open = lines - paid - failed
  return (
    <Sheet
      id="results"
      title="记好了"
      onClose={onDone}
      foot={<Button id="results-done" kind="s" label={failed > 0 ? '看没打成的' : '看这一批'} onClick={onDone} />}
    >
      <Notice
        kind={failed + open > 0 ? 'wait' : 'ok'}
        text={`打成 ${paid} 笔，${yuan(paidFen)}。${failed > 0 ? `没打成 ${failed} 笔，已经告诉本人。` : ''}${open > 0 ? `还有 ${open} 笔没回音。` : '都有回音了。'}`}
      />
      <Problems problems={refused} />
    </Sheet>
  )
}
