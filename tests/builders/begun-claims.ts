/** What the cases around a claim are begun with where no function makes them. */
import type { Turn } from '../../domain/claim'
import { fen } from '../../domain/kernel/money'
import { here, OWNER } from './actors'
import { aboutNamed, claimNamed, desk } from './claim-people'

const at = '2021-02-07T02:00:00.000Z'
const scope = { level: 'district', id: here.districtId } as const

export const aProgramme = (_id: string) => ({
  _id,
  ...here,
  scope,
  scopeName: '静安区',
  ownerId: OWNER,
  details: {
    title: '留沪过年通讯费',
    benefit: 'phone' as const,
    gives: 'cash' as const,
    payer: '静安区总工会',
    rules: [],
    documents: [],
    opensOn: '2021-02-01',
    closesOn: '2021-02-26',
    months: [],
    budgetFen: fen(100_000),
    excludes: [],
    evidence: [],
  },
  edition: 0,
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const aClaim = (awaits: Turn) => (_id: string) => ({
  _id,
  ...here,
  ...claimNamed,
  desk,
  programmeId: 'programme',
  edition: 1,
  period: 'once' as const,
  benefit: 'phone' as const,
  claimant: 'worker' as const,
  title: '留沪过年通讯费',
  ownerId: OWNER,
  workerId: 'worker',
  personKey: 'person',
  awaits,
  amountFen: fen(30_000),
  people: 1,
  payee: '王秀兰',
  account: '6222020000000000000',
  evidence: [],
  isClear: true,
  queue: 'none' as const,
  dueKey: `9~${_id}`,
  isLate: false,
  isListed: false,
  receiptNo: '0001',
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const aBatch = (_id: string) => ({
  _id,
  cityId: here.cityId,
  districtId: here.districtId,
  desk,
  scope,
  programmeId: 'programme',
  ownerId: OWNER,
  lines: 0,
  totalFen: fen(0),
  paid: 0,
  paidFen: fen(0),
  failed: 0,
  createdAt: at,
  listKey: `${at}~${_id}`,
})

export const anObjection = (_id: string) => ({
  _id,
  ...aboutNamed,
  cityId: here.cityId,
  districtId: here.districtId,
  desk,
  claimId: 'claim',
  programmeId: 'programme',
  ownerId: OWNER,
  words: '他早就不在这里干了',
  isLate: false,
  createdAt: at,
  listKey: `${at}~${_id}`,
})
