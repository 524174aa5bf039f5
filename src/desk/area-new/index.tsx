/** Adds a street or an organisation to a district, so that sites and scopes can stand in it. */
import { useState } from 'react'
import * as v from 'valibot'
import { siteApi } from '../../../domain/site/api'
import { sites, staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { newRequestId } from '../../cloud/random'
import { BottomBar, Button, Choice, ErrorSummary, Field, Notice } from '../../ui'
import { grantsFor, type Place, placesOf } from '../parts/access'
import { AtPlace } from '../parts/at-place'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'

const { addArea } = siteApi.endpoints
const kinds = [
  { value: 'street', text: '街道、镇' },
  { value: 'org', text: '单位', hint: '用人单位、酒店集团' },
]
const blank = { kind: 'street', code: '', name: '' }
type Answers = typeof blank
type Mistakes = Partial<Record<keyof Answers, string>>

/** A street's number is its district's six figures and three more (GB/T 10114); an organisation gets one of our own. */
const mistakesIn = ({ kind, code, name }: Answers, districtId: string): Mistakes => ({
  ...(kind === 'street' && !(/^\d{9}$/.test(code) && code.startsWith(districtId))
    ? { code: `街道代码是 9 位数字，${districtId} 开头` }
    : {}),
  ...(v.is(addArea.input.entries.name, name) ? {} : { name: '名称还没写，最多 40 个字' }),
})

export default function AreaNewPage() {
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="加街道或单位" asked={asked}>
      {({ grants }) => (
        <AtPlace id="district" label="在哪个区" roots={placesOf(grantsFor(addArea, grants))} wanted="district">
          {(district) => <AreaForm key={district.scope.id} district={district} />}
        </AtPlace>
      )}
    </DeskPage>
  )
}

function AreaForm({ district }: { district: Place }) {
  const deed = useDeed()
  const [answers, setAnswers] = useState(blank)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const [added, setAdded] = useState<string>()
  const [orgId] = useState(() => `org-${newRequestId().slice(0, 12)}`)
  const asks = (question: keyof Answers) => ({
    id: question,
    value: answers[question],
    error: mistakes[question],
    onChange: (value: string) => {
      setAnswers({ ...answers, [question]: value })
      setMistakes({})
    },
  })
  const add = async () => {
    const wrong = mistakesIn(answers, district.scope.id)
    setMistakes(wrong)
    if (Object.keys(wrong).length > 0) return
    const { kind, code, name } = answers
    const isStreet = kind === 'street'
    const area = { kind: isStreet ? 'street' : 'org', id: isStreet ? code : orgId, name } as const
    await deed.run(async (requestId) => {
      await sites.addArea({ requestId, districtId: district.scope.id, ...area })
      setAdded(name)
      setAnswers(blank)
    }, area)
  }
  const items = Object.entries(mistakes).flatMap(([fieldId, text]) => (text ? [{ text, fieldId }] : []))
  return (
    <>
      {added && <Notice kind="ok" text={`${district.name}加了${added}。`} />}
      <DeedNotice deed={deed} again={() => void add()} />
      {items.length > 0 && <ErrorSummary items={items} />}
      <Choice {...asks('kind')} label="加什么" options={kinds} />
      {answers.kind === 'street' && (
        <Field {...asks('code')} label="街道代码" hint={`9 位，${district.scope.id} 开头`} kind="phone" />
      )}
      <Field {...asks('name')} label="名称" kind="text" />
      <BottomBar>
        <Button id="add" kind="p" label="加上" busy={deed.isBusy} onClick={() => void add()} />
      </BottomBar>
    </>
  )
}
