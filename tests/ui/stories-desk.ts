/** The screens of the desk in their main states. */
import { nobody } from './cast'
import { type State, type Stories, tap } from './story'

const officer = 'site-officer'
const site: Pick<State, 'query'> = { query: ({ siteId }) => `id=${siteId}` }
const person: Pick<State, 'query'> = { query: ({ waitingId }) => `id=${waitingId}` }

export const deskStories: Stories = {
  'desk/home/index': [
    { name: 'officer', as: officer },
    { name: 'city', as: 'city' },
    { name: 'nobody', as: nobody },
  ],
  'desk/accept/index': [
    { name: 'empty', as: nobody },
    { name: 'mistake', as: nobody, does: tap('看看是什么邀请') },
    { name: 'offer', as: nobody, query: ({ token }) => `scene=${encodeURIComponent(`i=${token}`)}` },
  ],
  'desk/roster/index': [
    { name: 'officer', as: officer },
    { name: 'supervisor', as: 'supervisor' },
    { name: 'filter', as: officer, does: tap('筛选') },
    { name: 'nobody', as: nobody },
  ],
  'desk/person/index': [
    { name: 'waiting', as: officer, ...person },
    { name: 'why', as: officer, ...person, does: tap('退回改') },
    { name: 'supervisor', as: 'supervisor', ...person },
  ],
  'desk/register-for/index': [
    { name: 'aloud', as: officer },
    {
      name: 'who',
      as: officer,
      does: async (page) => {
        await tap('本人听了，答应了')(page)
        await tap('下一步')(page)
        await tap('下一步')(page)
      },
    },
  ],
  'desk/import/index': [
    { name: 'sheet', as: officer },
    { name: 'where', as: 'street' },
  ],
  'desk/sites/index': [
    { name: 'city', as: 'city' },
    { name: 'officer', as: officer },
  ],
  'desk/site/index': [
    { name: 'city', as: 'city', ...site },
    { name: 'officer', as: officer, ...site },
  ],
  'desk/site-new/index': [
    { name: 'where', as: 'city' },
    { name: 'mistakes', as: 'street', does: tap('建点位') },
  ],
  'desk/site-edit/index': [{ name: 'filled', as: 'street', ...site }],
  'desk/area-new/index': [{ name: 'where', as: 'city' }],
  'desk/invite/index': [
    { name: 'role', as: 'city' },
    { name: 'level', as: 'city', does: tap('街道') },
  ],
  'desk/people/index': [
    { name: 'city', as: 'city' },
    { name: 'officer', as: officer },
  ],
}
