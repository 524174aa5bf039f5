/** A verdict reaches the worker: in WeChat's own messages where they tapped yes, and always in the inbox. */
import { newRequest, type Phone, START, Town } from '../builders/town'
import { registered } from '../builders/workers'

let town: Town
let admin: Phone
let officer: Phone
let scene: string

beforeAll(async () => {
  town = await Town.start()
  admin = await town.admin()
  await town.street(admin)
  const site = await town.site(admin)
  scene = site.scene
  officer = await town.appoint(admin, 'siteOfficer', { level: 'site', id: site.id }, 'oSiteOfficer')
})

afterAll(() => town.stop())

/** What the phone sends when its owner says yes on the check page. */
const sayYes = ({ openid }: Phone) =>
  fetch(`${town.cloud.url}/wx/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ templateIds: ['notice'], accept: true }),
  })

const sentTo = ({ openid }: Phone) => town.cloud.sent().filter((notice) => notice.to === openid)

const rejected = async (phone: Phone) => {
  const { card } = await registered(town, phone.openid, scene)
  const form = { reason: '名字和证件上的不一样' }
  await officer.worker.act({ requestId: newRequest(), id: card.id, version: card.version, action: 'reject', form })
  return card
}

test('somebody who did not say yes gets nothing from WeChat and finds it in the inbox', async () => {
  const phone = town.phone('oSaidNothing')
  await rejected(phone)
  expect(sentTo(phone)).toEqual([])
  const { rows, unread } = await phone.inbox.list({})
  expect(unread).toBe(1)
  expect(rows).toEqual([
    expect.objectContaining({ title: '要改一下', text: expect.stringContaining('名字和证件上的不一样') }),
  ])
})

test('one yes is one message; the next verdict still stands in the inbox', async () => {
  const phone = town.phone('oSaidYes')
  await sayYes(phone)
  const { id } = await rejected(phone)
  expect(sentTo(phone)).toHaveLength(1)
  town.cloud.setNow(new Date(START.getTime() + 60_000))
  const { card } = await phone.worker.mine({})
  await phone.worker.changeSite({ requestId: newRequest(), id, version: card?.version ?? 0, scene })
  const again = await phone.worker.mine({})
  await officer.worker.act({
    requestId: newRequest(),
    id,
    version: again.card?.version ?? 0,
    action: 'verify',
    form: {},
  })
  expect(sentTo(phone)).toHaveLength(1)
  const { rows } = await phone.inbox.list({})
  expect(rows.map(({ title }) => title)).toEqual(['核实好了', '要改一下'])
})
