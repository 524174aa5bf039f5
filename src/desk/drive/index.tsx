/** One drive as numbers that add up, and what its union may do about it; without one, the list of them. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { stateRow } from '../../../domain/kernel/machine'
import { figures, yuan } from '../../../domain/kernel/money'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { wishApi } from '../../../domain/wish/api'
import { deliveries } from '../../../domain/wish/drive'
import { kinds } from '../../../domain/wish/kinds'
import { driveMachine } from '../../../domain/wish/machine'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Button, Card, Row, StatusTag } from '../../ui'
import { mayCall } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { DrivePoster } from '../parts/paper'
import { textOf } from '../parts/routes'
import { DriveBar } from './drive-bar'
import { ExportSheet } from './export-sheet'
import { Funnel, listOf } from './funnel'
import { Drives } from './list'
import { type Numbers, stuckIn, sumLine } from './numbers'
import { Picture } from './picture'

export default function DrivePage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  return id ? <OneDrive id={id} /> : <Drives />
}

function OneDrive({ id }: { readonly id: string }) {
  const asked = useAsk(async () => {
    const [numbers, me] = await Promise.all([wishes.drive({ driveId: id }), staff.me({})])
    return { numbers, mayExport: mayCall(wishApi.endpoints.exportDrive, me.grants) }
  })
  return (
    <DeskPage
      title="心愿活动"
      asked={asked}
      bottom={({ numbers: { drive } }) => (
        <DriveBar key={drive.version} drive={drive} onChanged={() => void asked.reload()} />
      )}
    >
      {({ numbers, mayExport }) => (
        <>
          <About numbers={numbers} />
          <Funnel numbers={numbers} />
          <Stuck numbers={numbers} />
          <Districts numbers={numbers} />
          <TakeAlong numbers={numbers} mayExport={mayExport} />
        </>
      )}
    </DeskPage>
  )
}

function About({ numbers: { drive, quota, used, budgetFen, freeFen } }: { readonly numbers: Numbers }) {
  const now = new Date()
  const { tone } = stateRow(driveMachine, drive.state)
  return (
    <Card title={drive.title}>
      <StatusTag state={tone} text={drive.stateLabel} />
      <Row
        id="days"
        title="什么时候"
        value={`${sayDay(toDay(drive.opensOn), now)} 到 ${sayDay(toDay(drive.endsOn), now)}`}
      />
      <Row id="quota" title="名额" value={`用了 ${used}，一共 ${quota}`} note={`每人 ${drive.wishesEach} 个心愿`} />
      {drive.kinds.map(({ kind, valueCapFen, sizes }) => (
        <Row
          key={kind}
          id={`kind-${kind}`}
          title={kinds[kind].label}
          value={`${yuan(valueCapFen)}以内`}
          note={sizes && `只有 ${sizes.join('、')}`}
        />
      ))}
      <Row
        id="budget"
        title="工会自己的钱"
        value={`还有 ${figures(freeFen)}，一共 ${yuan(budgetFen)}`}
        note="没人点亮的，到日子工会来买"
      />
      <Row
        id="delivery"
        title={deliveries[drive.delivery].label}
        note={drive.stations.map(({ name }) => name).join('、')}
      />
    </Card>
  )
}

function Stuck({ numbers }: { readonly numbers: Numbers }) {
  const rows = stuckIn(numbers)
  if (rows.length === 0 && numbers.late === 0) return null
  return (
    <Card id="stuck" title="卡住的">
      {numbers.late > 0 && (
        <Row
          id="stuck-late"
          title="过了日子"
          value={`${numbers.late}`}
          go
          onClick={listOf(numbers.drive, 'submitted')}
        />
      )}
      {rows.map(({ state, label, count }) => (
        <Row
          key={state}
          id={`stuck-${state}`}
          title={label}
          value={`${count}`}
          go
          onClick={listOf(numbers.drive, state)}
        />
      ))}
    </Card>
  )
}

function Districts({ numbers }: { readonly numbers: Numbers }) {
  if (numbers.made === 0) return null
  return (
    <Card id="sum" title={sumLine(numbers)}>
      {numbers.byDistrict.map(({ districtId, name, made, lit, received }) => (
        <Row
          key={districtId}
          id={`district-${districtId}`}
          title={name}
          note={`许了 ${made} · 亮着 ${lit} · 收到 ${received}`}
        />
      ))}
    </Card>
  )
}

function TakeAlong({ numbers, mayExport }: { readonly numbers: Numbers; readonly mayExport: boolean }) {
  const [sheet, setSheet] = useState<'picture' | 'export'>()
  const close = () => setSheet(undefined)
  const { id, title } = numbers.drive
  return (
    <>
      {numbers.drive.isOpen && <DrivePoster driveId={id} />}
      <Button id="picture" kind="q" label="数字存成图片" onClick={() => setSheet('picture')} />
      {mayExport && <Button id="export" kind="q" label="导出 Excel" onClick={() => setSheet('export')} />}
      {sheet === 'picture' && <Picture numbers={numbers} onClose={close} />}
      {sheet === 'export' && <ExportSheet driveId={id} title={title} onClose={close} />}
    </>
  )
}
