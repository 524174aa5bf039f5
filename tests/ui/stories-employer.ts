/** The screens of an employer who claims for many: its rosters, a new one, one at every stop of the way. */
import { nobody, type Props } from './cast'
import { inFront, type State, type Stories, tap, taps } from './story'

const officer = 'site-officer'
const at: Pick<State, 'query'> = { query: ({ siteId }) => `level=site&place=${siteId}` }
const roster = (stop: keyof Props['rosterIn']): Pick<State, 'query'> => ({
  query: ({ siteId, rosterIn }) => `level=site&place=${siteId}&id=${rosterIn[stop]}`,
})

const chosen: Pick<State, 'kept'> = {
  kept: ({ trainingId }) => ({ 'draft:roster-new': { programmeId: trainingId, month: '' } }),
}

export const employerStories: Stories = {
  'desk/roster-claim/index': [
    { name: 'rosters', as: officer },
    { name: 'nobody', as: nobody },
  ],
  'desk/roster-claim/new': [
    { name: 'which', as: officer, ...at, ...chosen },
    { name: 'mistakes', as: officer, ...at, does: tap('下一步') },
    {
      name: 'sheet',
      as: officer,
      ...at,
      query: ({ siteId }) => `level=site&place=${siteId}`,
      does: taps('单位以工代训补贴', '下一步'),
    },
    { name: 'none', as: nobody, query: () => 'level=site' },
  ],
  'desk/roster-claim/one': [
    { name: 'counted', as: officer, ...roster('counted') },
    {
      name: 'taken',
      as: officer,
      ...roster('counted'),
      does: async (page) => {
        await page.locator('#which-counted').click()
        await inFront(page, '算了的').waitFor()
      },
    },
    { name: 'account', as: officer, ...roster('counted'), does: taps('下一步，写账号', '交上去') },
    { name: 'submitted', as: officer, ...roster('submitted') },
    { name: 'withdraw', as: officer, ...roster('submitted'), does: tap('收回这份') },
    { name: 'returned', as: officer, ...roster('returned') },
    { name: 'mend', as: officer, ...roster('returned'), does: taps('下一步，写账号', '改好了，交上去') },
    { name: 'bounced', as: officer, ...roster('bounced') },
    { name: 'paid', as: officer, ...roster('paid') },
    { name: 'not-theirs', as: nobody, ...roster('counted') },
  ],
}
