/** The screens of whoever decides over claims: reviewer, second signer, cashier, and whoever watches them. */
import type { Page } from 'playwright-core'
import { nobody, type Props } from './cast'
import { inFront, type State, type Stories, tap, taps } from './story'

const reviewer = 'reviewer'
const signer = 'countersigner'
const cashier = 'cashier'
const watcher = 'supervisor'

const claim = (name: keyof Props['deskClaimIn']): Pick<State, 'query'> => ({
  query: ({ deskClaimIn }) => `id=${deskClaimIn[name]}`,
})
const batch: Pick<State, 'query'> = { query: ({ batchId }) => `id=${batchId}` }
const atBank: Pick<State, 'query'> = { query: ({ batchAtBankId }) => `id=${batchAtBankId}` }

/** The first on the roster who is counted. */
const strikes = async (page: Page): Promise<void> => {
  await page.getByText('去掉这个人', { exact: true }).filter({ visible: true }).first().click()
  await inFront(page, '为什么').waitFor()
}

export const claimDeskStories: Stories = {
  'desk/claims/index': [
    { name: 'reviewer', as: reviewer },
    {
      name: 'many',
      as: reviewer,
      query: () => 'queue=review',
      does: async (page) => {
        await page
          .getByText(/件一起同意/)
          .filter({ visible: true })
          .click()
        await inFront(page, '每条规定都过了，也没有标记').waitFor()
      },
    },
    { name: 'appeals', as: reviewer, query: () => 'queue=appeal' },
    { name: 'signer', as: signer },
    { name: 'cashier', as: cashier },
    { name: 'to-pay', as: cashier, query: () => 'queue=pay' },
    { name: 'watcher', as: watcher },
    { name: 'nobody', as: nobody },
  ],
  'desk/claim/index': [
    { name: 'clear', as: reviewer, ...claim('clear') },
    { name: 'marked', as: reviewer, ...claim('marked') },
    { name: 'own', as: reviewer, ...claim('own') },
    { name: 'return', as: reviewer, ...claim('marked'), does: taps('退回改', '劳动合同照片', '照片看不清，重拍一张') },
    { name: 'refuse', as: reviewer, ...claim('clear'), does: taps('不行', '别的，自己写') },
    {
      name: 'overtaken',
      as: reviewer,
      query: ({ contested }) => `id=${contested.id}`,
      does: async (page, { contested }) => {
        await taps('不行', '这一项在别处领过了')(page)
        await contested.isDecided()
        await tap('不行')(page)
        await inFront(page, '看现在怎样').waitFor()
      },
    },
    { name: 'roster', as: reviewer, ...claim('roster') },
    { name: 'strike', as: reviewer, ...claim('roster'), does: strikes },
    { name: 'appealed', as: reviewer, ...claim('appealed') },
    { name: 'refused-by-me', as: reviewer, ...claim('refusedByMe') },
    { name: 'published', as: reviewer, ...claim('published') },
    { name: 'to-sign', as: signer, ...claim('toSign') },
    { name: 'to-pay', as: cashier, ...claim('toPay') },
    { name: 'at-bank', as: cashier, ...claim('batched') },
    { name: 'missing', as: cashier, ...claim('missing') },
    { name: 'bounced-back', as: cashier, ...claim('missing'), does: tap('查到了，退回来了') },
    { name: 'failed', as: cashier, ...claim('failed') },
    { name: 'repaid', as: cashier, ...claim('recalled'), does: taps('退到了', '退到了') },
    { name: 'watcher', as: watcher, ...claim('marked') },
    { name: 'nobody', as: nobody, ...claim('marked') },
  ],
  'desk/batches/index': [
    { name: 'cashier', as: cashier },
    {
      name: 'making',
      as: cashier,
      does: async (page) => {
        await page.getByText('做一批', { exact: true }).filter({ visible: true }).first().click()
        await inFront(page, '做这一批').waitFor()
      },
    },
    { name: 'watcher', as: watcher },
    { name: 'nobody', as: nobody },
  ],
  'desk/batch/index': [
    { name: 'answered', as: cashier, ...batch },
    { name: 'at-bank', as: cashier, ...atBank },
    { name: 'results', as: cashier, ...atBank, does: tap('传银行结果') },
    { name: 'hash', as: cashier, ...batch, does: tap('看全') },
    { name: 'export', as: cashier, ...batch, does: tap('导出给银行') },
    { name: 'watcher', as: watcher, ...batch },
    { name: 'nobody', as: nobody, ...batch },
  ],
  'desk/objections/index': [
    { name: 'reviewer', as: reviewer },
    { name: 'why', as: reviewer, does: taps('异议成立', '查过，您说得对') },
    { name: 'watcher', as: watcher },
    { name: 'nobody', as: nobody },
  ],
}
