/** The programmes the claims of the screens are about, written and opened by the demo city's union a month ago. */
import type * as v from 'valibot'
import { phoneOf } from '../../config/run/demo/caller'
import { DISTRICT } from '../../config/run/demo/rows'
import type { ProgrammeDetails } from '../../domain/claim'
import { addDays, type Day } from '../../domain/kernel/time'
import type { Cloud } from '../../platform/cloud'

type Details = v.InferInput<typeof ProgrammeDetails>

const source = { documentId: 'notice', article: '第二条' }
const local = { documentId: 'local', article: '第三条第二款' }

const plain = (today: Day): Omit<Details, 'title' | 'benefit'> => ({
  gives: 'cash',
  payer: '静安区总工会',
  amount: { way: 'fixed', fen: 30_000 },
  amountSource: local,
  rules: [
    { fact: 'stay', must: { is: ['staying'] }, source },
    { fact: 'verified', must: { is: [true] }, source: local },
  ],
  documents: [
    {
      documentId: 'notice',
      title: '关于做好春节期间外来务工人员等留沪过年服务保障工作的通知',
      issuer: '市委办公厅、市政府办公厅',
      issuedOn: '2021-02-06',
      words: '鼓励企业和各级工会向留沪外来务工人员等发放通讯费补贴。',
    },
    { documentId: 'local', title: '静安区留沪补贴发放办法', issuer: '静安区总工会', issuedOn: addDays(today, -45) },
  ],
  opensOn: addDays(today, -40),
  closesOn: addDays(today, 60),
  months: [],
  budgetFen: 30_000_000,
  excludes: [],
  evidence: [],
})

export const programmeNames = ['phone', 'living', 'transport'] as const
export type ProgrammeName = (typeof programmeNames)[number]

/** A photo and a rule that only the worker can answer; a sum so large that a second person signs; a list everybody reads. */
const detailsOf = (name: ProgrammeName, today: Day): Details => {
  const all: Readonly<Record<ProgrammeName, Details>> = {
    phone: { ...plain(today), title: '留沪通讯费补贴', benefit: 'phone' },
    living: {
      ...plain(today),
      title: '就餐住宿补贴',
      benefit: 'living',
      amount: { way: 'formula', fen: 12_000, per: 'festivalDay', mostUnits: 7 },
      rules: [
        ...plain(today).rules,
        { fact: 'hasContract', must: { is: [true] }, source: local },
        { fact: 'worksThroughFestival', must: { is: [true] }, source },
      ],
      evidence: [{ evidenceId: 'contract', label: '劳动合同照片', hint: '有名字的那一页', atLeast: 1, atMost: 3 }],
      countersignAboveFen: 50_000,
    },
    transport: { ...plain(today), title: '返乡交通费补贴', benefit: 'transport', publishDays: 5 },
  }
  return all[name]
}

export type Programmes = Readonly<Record<ProgrammeName, string>>

export async function openProgrammes(cloud: Cloud, today: Day): Promise<Programmes> {
  const { claim } = phoneOf(cloud, 'union')
  const openOne = async (name: ProgrammeName): Promise<string> => {
    const { programme } = await claim.saveProgramme({
      requestId: `screens-programme-${name}`,
      scope: { level: 'district', id: DISTRICT },
      details: detailsOf(name, today),
    })
    const { id, version } = programme.row
    await claim.openProgramme({ requestId: `screens-open-${name}`, id, version })
    return id
  }
  const [phone, living, transport] = await Promise.all(programmeNames.map(openOne))
  return { phone: phone ?? '', living: living ?? '', transport: transport ?? '' }
}
