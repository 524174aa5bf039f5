/** The subsidies of the day in the town: written, tried, claimed, sent back, agreed to twice, shown, objected to, paid, and claimed by a roster; with somebody who goes once they were paid. */
import { noteOf, plainYuan } from '../../domain/claim'
import { details, source } from './claims'
import { DISTRICT, newRequest, type Phone, type Town } from './town'
import { aPicture } from './wishes'
import { registered } from './workers'

/** Workers who claim, by themselves or on their employer's roster. */
export const claimerKnown = {
  claimer: { openid: 'oKnown-claimer', name: '公良阿水', phone: '13912345608', number: 'L33221144' },
  counted: { openid: 'oKnown-counted', name: '漆雕满仓', phone: '13912345610', number: 'M22114433' },
  quitter: { openid: 'oKnown-quitter', name: '闾丘远行', phone: '13912345614', number: 'N11443322' },
} as const

/** On a roster, and never here. */
export const rosterKnown = { name: '颛孙来福', number: '410000197803125519' } as const

/** What nobody but its owner reads whole: their cards, the company's account. */
export const accountsKnown = {
  claimer: '9999990000071239',
  mended: '9999990000075685',
  quitter: '9999990000072344',
  company: '99999900000073311',
} as const

export const claimNames = {
  issuer: '端木知补',
  examiner: '夏侯知审',
  second: '皇甫知评',
  signer: '轩辕知核',
  cashier: '濮阳知款',
  employer: '宇文知厂',
} as const

/** What people wrote or answered: at rest none of it is readable. */
export const claimSaid = {
  objection: '他上个月就回老家了，不该给',
  answered: '去点位看过，人在岗',
  blurred: '合同拍糊了，公章看不见',
  wrongly: '我从来没在那家单位干过',
  fee: '918273645',
} as const

type Stage = { readonly town: Town; readonly admin: Phone; readonly siteId: string; readonly scene: string }
type Staff = Readonly<Record<keyof typeof claimNames, Phone>>

const once = () => ({ requestId: newRequest() })
const district = { level: 'district', id: DISTRICT } as const
const bornOn = '1986-09-01'

const staffOf = async ({ town, admin, siteId }: Stage): Promise<Staff> => {
  const appoint = (who: keyof typeof claimNames, role: Parameters<Town['appoint']>[1]) =>
    town.appoint(admin, role, district, `oKnown-${who}`, claimNames[who])
  const site = { level: 'site', id: siteId } as const
  return {
    issuer: await appoint('issuer', 'unionOfficer'),
    examiner: await appoint('examiner', 'reviewer'),
    second: await appoint('second', 'reviewer'),
    signer: await appoint('signer', 'countersigner'),
    cashier: await appoint('cashier', 'cashier'),
    employer: await town.appoint(admin, 'employerOfficer', site, 'oKnown-employer', claimNames.employer),
  }
}

type Details = ReturnType<typeof details>

const opened = async ({ issuer }: Staff, over: Partial<Details>): Promise<string> => {
  const { programme } = await issuer.claim.saveProgramme({ ...once(), scope: district, details: details(over) })
  const { id, version } = programme.row
  await issuer.claim.openProgramme({ ...once(), id, version })
  return id
}

const contract = { evidenceId: 'contract', label: '合同照片', atLeast: 1, atMost: 2 }
const fee = { fact: 'trainingFeeFen', must: { atLeast: 100 }, source } as const

/** Tried before it opens, read and given more after. */
const issued = async (staff: Staff) => {
  const { claim } = staff.issuer
  const people = [{ name: '样例甲', facts: { stay: 'staying' } }]
  await claim.tryRules({ details: details(), people })
  await claim.countRegistered({ scope: district, details: details() })
  const plain = await opened(staff, { title: '通讯费补贴' })
  const shown = await opened(staff, {
    title: '就餐住宿补贴',
    benefit: 'living',
    rules: [fee],
    evidence: [contract],
    countersignAboveFen: 1_000,
    publishDays: 5,
  })
  const months = ['2021-02']
  const training = { title: '以工代训补贴', benefit: 'workTraining', rules: [], months } as const
  const rostered = await opened(staff, { ...training, months, rules: [] })
  const { rows } = await claim.deskProgrammes({ scope: district })
  const version = rows.find(({ id }) => id === plain)?.version ?? 0
  const fund = { ...once(), id: plain, version, action: 'fund', budgetFen: 9_000_000, reason: '钱不够' } as const
  await claim.actProgramme(fund)
  await claim.deskProgramme({ id: plain })
  return { plain, shown, rostered }
}

const workerOf = async ({ town, scene }: Stage, who: keyof typeof claimerKnown): Promise<Phone> => {
  const { openid, name, phone, number } = claimerKnown[who]
  const document = { kind: 'passport', number } as const
  return (await registered(town, openid, scene, { name, phone: { source: 'typed', phone }, document, bornOn })).phone
}

const photo = ({ town }: Stage, { openid }: Phone) => town.upload(openid, `inbox/${newRequest()}.png`, aPicture())
const card = (account: string) => ({ account, bank: '工商银行' })
const asked = (programmeId: string) => ({ ...once(), programmeId, edition: 1, period: 'once' }) as const

/** Sent back for its picture and its card, mended, agreed to by two, shown, objected to. */
const contestedClaim = async (stage: Stage, staff: Staff, phone: Phone, programmeId: string) => {
  await phone.claim.programmes({})
  await phone.claim.answer({ ...once(), answers: { trainingFeeFen: Number(claimSaid.fee) } })
  await phone.claim.programme({ id: programmeId })
  const sent = async (account: string) => ({
    answers: {},
    card: card(account),
    evidence: [{ evidenceId: 'contract', fileIds: [await photo(stage, phone)] }],
    declares: true as const,
  })
  const input = { ...asked(programmeId), form: await sent(accountsKnown.claimer) }
  const { id, version } = (await phone.claim.submit(input)).claim
  const { examiner, second, signer } = staff
  await examiner.claim.desk({ scope: district })
  await examiner.claim.workList({ scope: district, queue: 'review' })
  await examiner.claim.get({ id })
  const form = { reason: claimSaid.blurred, parts: ['contract', 'card'] }
  const back = await examiner.claim.act({ ...once(), id, version, action: 'return', form })
  const again = { ...asked(programmeId), form: await sent(accountsKnown.mended), claim: { id, version: back.version } }
  const mended = (await phone.claim.submit(again)).claim
  const agreed = await examiner.claim.act({ ...once(), id, version: mended.version, action: 'approve', form: {} })
  await signer.claim.act({ ...once(), id, version: agreed.version, action: 'countersign', form: {} })
  const passer = stage.town.phone('oKnown-passer')
  await passer.claim.published({ programmeId })
  const { objection } = await passer.claim.object({ ...once(), claimId: id, words: claimSaid.objection })
  const { rows } = await second.claim.objections({ scope: district })
  const seen = { ...once(), id: objection.id, version: rows[0]?.version ?? 0 }
  await second.claim.actObjection({ ...seen, action: 'dismiss', form: { reason: claimSaid.answered } })
  await phone.claim.mine({})
}

const resultsFor = async (cashier: Phone, id: string, paid: string): Promise<Buffer> => {
  const { lines } = await cashier.claim.batch({ id })
  const rows = lines
    .filter(({ claimId }) => claimId === paid)
    .map(
      ({ no, claimId, amountFen }) => `${no},${accountsKnown.quitter},${plainYuan(amountFen)},${noteOf(claimId)},成功`,
    )
  return Buffer.from(['序号,账号,金额,编号,结果', ...rows].join('\r\n'))
}

/** Two into a batch and to the bank, which has answered for one of them; who was paid takes their registration back. */
const paidOut = async (stage: Stage, { examiner, cashier }: Staff, programmeId: string, stays: Phone) => {
  const goes = await workerOf(stage, 'quitter')
  const handed = async (phone: Phone, account: string) => {
    const form = { answers: {}, card: card(account), evidence: [], declares: true as const }
    return (await phone.claim.submit({ ...asked(programmeId), form })).claim
  }
  const [kept, left] = [await handed(stays, accountsKnown.claimer), await handed(goes, accountsKnown.quitter)]
  const claims = [kept, left].map(({ id, version }) => ({ id, version }))
  await examiner.claim.approveMany({ ...once(), claims })
  const { batch } = await cashier.claim.makeBatch({ ...once(), scope: district, programmeId })
  await cashier.claim.batches({ scope: district })
  await cashier.claim.batchFile({ ...once(), id: batch.id, form: 'xlsx', reason: '交银行' })
  const bytes = await resultsFor(cashier, batch.id, left.id)
  const fileId = await stage.town.upload(cashier.openid, 'inbox/bank.csv', bytes)
  const { importId } = await cashier.claim.importResults({ ...once(), batchId: batch.id, fileId })
  await cashier.claim.applyResults({ ...once(), batchId: batch.id, importId, part: 0 })
  const { card: own } = await goes.worker.mine({})
  const form = {}
  await goes.worker.act({ ...once(), id: own?.id ?? '', version: own?.version ?? 0, action: 'erase', form })
}

/** One who is registered says that they were never there; the other never hears of it. */
const rosterHandedIn = async (stage: Stage, { employer, examiner }: Staff, programmeId: string) => {
  const phone = await workerOf(stage, 'counted')
  const scope = { level: 'site', id: stage.siteId } as const
  await employer.claim.employerProgrammes({ scope })
  const { name, number } = claimerKnown.counted
  const rows = [`${name},护照,${number}`, `${rosterKnown.name},身份证,${rosterKnown.number}`]
  const sheet = Buffer.from(['姓名,证件,证件号', ...rows].join('\r\n'))
  const fileId = await stage.town.upload(employer.openid, 'inbox/roster.csv', sheet)
  const read = { ...once(), scope, programmeId, edition: 1, month: '2021-02', fileId }
  const { claim } = await employer.claim.readRoster(read)
  await employer.claim.countRoster({ ...once(), id: claim.id, part: 0 })
  const form = {
    card: { name: '长寿路项目部', account: accountsKnown.company, bank: '建设银行' },
    evidence: [],
    declares: true as const,
  }
  await employer.claim.submitRoster({ ...once(), id: claim.id, version: claim.version, form })
  await employer.claim.rosterClaims({ scope })
  await examiner.claim.rosterPart({ id: claim.id, part: 0 })
  const [counted] = (await phone.claim.counted({})).rows
  const wrong = { claimId: claim.id, rowId: counted?.rowId ?? '', words: claimSaid.wrongly }
  await phone.claim.object({ ...once(), ...wrong })
}

export const claimsCome = async (stage: Stage): Promise<void> => {
  const staff = await staffOf(stage)
  const { plain, shown, rostered } = await issued(staff)
  const claimer = await workerOf(stage, 'claimer')
  await contestedClaim(stage, staff, claimer, shown)
  await paidOut(stage, staff, plain, claimer)
  await rosterHandedIn(stage, staff, rostered)
  await claimer.worker.exportMine(once())
}
