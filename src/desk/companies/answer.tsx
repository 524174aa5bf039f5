/** One company that wants to hold more lamps: how many it may, or no with a reason. */
import { useState } from 'react'
import { fill, templates } from '../../../domain/kernel/notices'
import { companyLights } from '../../../domain/wish/quotas'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button, Card, Field, Row, Sheet } from '../../ui'
import { DeedNotice } from '../parts/deed-notice'
import { ReasonSheet } from '../parts/reason-sheet'

export type Asking = Awaited<ReturnType<typeof wishes.companies>>['rows'][number]
type Props = { readonly row: Asking; readonly onDone: (words: string) => void; readonly onReload: () => void }

const reasons = ['电话打不通，核对不了是哪家单位', '单位名称和登记的不一样', '手上还有没送的，送到了再说']
const USUAL = '20'

export function Answer({ row, onDone, onReload }: Props) {
  const { id, version, company, name, phone, can } = row
  const deed = useDeed()
  const [step, setStep] = useState<'yes' | 'no'>()
  const seen = { id, version }
  const refuse = (reason: string) =>
    void deed.run(
      async (requestId) => {
        await wishes.actDonor({ ...seen, requestId, action: 'refuse', form: { reason } })
        onDone(`没同意${company}多点。`)
      },
      [id, version, reason],
    )
  const close = () => {
    deed.forget()
    setStep(undefined)
  }
  const look = () => {
    close()
    onReload()
  }
  return (
    <>
      <Card id={`company-${id}`} title={company}>
        {name && <Row id={`name-${id}`} title="称呼" value={name} />}
        {phone && <Row id={`phone-${id}`} title="手机号" value={phone} />}
        {can.includes('refuse') && <Button id={`no-${id}`} kind="q" label="不同意" onClick={() => setStep('no')} />}
        {can.includes('approve') && (
          <Button id={`yes-${id}`} kind="s" label="同意，定几盏" onClick={() => setStep('yes')} />
        )}
        {can.length === 0 && '这一家归区工会，或是您自己的单位，换一位同事看。'}
      </Card>
      {step === 'no' && (
        <ReasonSheet
          id="why"
          title={`不同意：${company}`}
          reasons={reasons}
          label="不同意"
          isBusy={deed.isBusy}
          error={deed.error}
          preview={(reason) => `他们会读到：${fill(templates.companyRefused.text, { reason })}`}
          onReason={refuse}
          onReload={look}
          onClose={close}
        />
      )}
      {step === 'yes' && <HowMany row={row} onDone={onDone} onReload={look} onClose={close} />}
    </>
  )
}

function HowMany({
  row: { id, version, company },
  onDone,
  onReload,
  onClose,
}: Props & { readonly onClose: () => void }) {
  const deed = useDeed()
  const [typed, setTyped] = useState(USUAL)
  const [mistake, setMistake] = useState<string>()
  const limit = Number(typed)
  const approve = () => {
    if (!Number.isInteger(limit) || limit < 1 || limit > companyLights)
      return setMistake(`写 1 到 ${companyLights} 里的一个数`)
    return void deed.run(
      async (requestId) => {
        await wishes.actDonor({ id, version, requestId, action: 'approve', form: { limit } })
        onDone(`${company}能同时点 ${limit} 盏了。`)
      },
      [id, version, limit],
    )
  }
  const foot = (
    <>
      <DeedNotice deed={deed} again={approve} reload={onReload} />
      <Button id="approve" kind="s" label="同意" busy={deed.isBusy} onClick={approve} />
    </>
  )
  return (
    <Sheet id="how-many" title={company} onClose={onClose} foot={foot}>
      <Field
        id="limit"
        label="手上最多能有几盏没送的"
        hint={`最多 ${companyLights} 盏，送到了再点别的`}
        kind="number"
        value={typed}
        error={mistake}
        onChange={(next) => {
          setTyped(next)
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
