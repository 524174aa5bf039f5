/** A batch on its way to the bank and back, as a cashier takes it there. */
import writeExcelFile from 'write-excel-file/node'
import { figures } from '../../domain/kernel/money'
import { approved, type ClaimTown } from './claims'
import { DISTRICT, newRequest, type Phone } from './town'

const scope = { level: 'district', id: DISTRICT } as const
const once = () => ({ requestId: newRequest() })

/** Everything of a programme that waits for the cashier. */
export const batched = async ({ cashier }: { cashier: Phone }, programmeId: string) => {
  const { batch } = await cashier.claim.makeBatch({ ...once(), scope, programmeId })
  return batch
}

const cell = (value: string) => ({ value, type: String })
const head = ['序号', '金额', '编号', '结果', '原因', '打款日期'] as const

const bankFile = async ({ cashier }: { cashier: Phone }, id: string, isPaid: boolean): Promise<Buffer> => {
  const { lines } = await cashier.claim.batch({ id })
  const rows = lines.map(({ no, amountFen, claimId }) => {
    const told = isPaid ? ['成功', '', '2021-02-09'] : ['失败', '账号不存在', '']
    return [`${no}`, figures(amountFen), `C${claimId.slice(0, 11).toUpperCase()}`, ...told]
  })
  return writeExcelFile([head.map(cell), ...rows.map((row) => row.map(cell))]).toBuffer()
}

/** The bank took all of it, or none. */
export const answered = async (
  city: Pick<ClaimTown, 'town' | 'cashier'>,
  batchId: string,
  isPaid: boolean,
): Promise<void> => {
  const { town, cashier } = city
  const path = `inbox/${newRequest()}.xlsx`
  const fileId = await town.upload(cashier.openid, path, await bankFile(city, batchId, isPaid))
  const { importId, parts, problems } = await cashier.claim.importResults({ ...once(), batchId, fileId })
  if (problems.length > 0) throw new Error(problems.map(({ problem }) => problem).join('; '))
  for (let part = 0; part < parts; part += 1) await cashier.claim.applyResults({ ...once(), batchId, importId, part })
}

/** One claim that came this far, alone in its batch. */
export const sentToBank = async (city: ClaimTown, programmeId: string) => {
  const { phone, id } = await approved(city, {}, programmeId)
  const { id: batchId } = await batched(city, programmeId)
  return { phone, id, batchId }
}
export const paidOut = async (city: ClaimTown, programmeId: string) => {
  const sent = await sentToBank(city, programmeId)
  await answered(city, sent.batchId, true)
  return sent
}
