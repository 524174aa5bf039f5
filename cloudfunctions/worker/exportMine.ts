/** Everything held about the caller, in words and as a workbook inside the answer: no copy is left lying anywhere. */
import { placeName, provinces } from '../../domain/kernel/places'
import { companions, documentKinds, exposures, keptAfterErasure, residences, stays, trades } from '../../domain/worker'
import { donorSections, exportOf, row, when, wishSections } from '../_lib/belongings'
import { claimSections } from '../_lib/claimBelongings'
import { find, get, opened } from '../_lib/cloud'
import { timelineOf } from './card'
import type { WorkerDoc, WorkerHandler } from './handlers'
import { own } from './own'

const registrationRows = (doc: WorkerDoc, siteName: string) => {
  const { name, phone, document, homeProvince, stay, consent, createdAt, eraseOn } = opened('workers', doc)
  return [
    row('姓名', name),
    row('手机号', phone),
    row(documentKinds[document.kind].label, document.number),
    row('老家', provinces[homeProvince].label),
    row('点位', `${siteName}（${placeName(doc.districtId) ?? ''}）`),
    row('住在哪', residences[stay.residence].label),
    row('干什么活', trades[stay.trade].label),
    row('接触冷链、医院、机场', exposures[stay.exposure].label),
    row('过年', stays[stay.stay].label),
    row('跟谁一起', companions[stay.companion].label),
    row('孩子', `${stay.childrenCount ?? 0} 个`),
    row('回来的日子', stay.returnOn ?? '没说'),
    row('未满 18 岁', doc.isMinor ? '是' : '否'),
    row('登记时间', when(createdAt)),
    row('同意的说明', consent ? `第 ${consent.version} 版，${when(consent.at)}` : '代为登记，还没确认'),
    row('到期删除', eraseOn),
  ]
}

const looksRows = async (workerId: string) => {
  const { rows } = await find('looks', { workerId }, { order: [['listKey', 'desc']], limit: 200 })
  return rows
    .map((look) => opened('looks', look))
    .map(({ at, role, byName, what, reason }) => row(when(at), `${role} ${byName} 看了${what}：${reason}`))
}

export const exportMine: WorkerHandler<'exportMine'> = async (_input, { personId, now, identified }) => {
  const doc = await own(personId)
  const [{ actor }, site, looks, wishes, lamps, claims] = await Promise.all([
    identified(),
    get('sites', doc.siteId),
    looksRows(doc._id),
    wishSections(personId),
    donorSections(personId),
    claimSections(personId, doc.documentKey),
  ])
  const sections = [
    { title: '我的登记', rows: registrationRows(doc, site?.name ?? '') },
    {
      title: '经过',
      rows: timelineOf(doc, actor).map(({ at, by, text, note }) =>
        row(when(at), `${by}：${text}${note ? `（${note}）` : ''}`),
      ),
    },
    ...wishes,
    ...lamps,
    ...claims,
    { title: '谁看过我的号码', rows: looks },
    {
      title: '删掉以后还封存的',
      rows: keptAfterErasure.map(({ what, why, until }) => row(what, `${why}，封存${until}`)),
    },
  ]
  return exportOf(sections, now)
}
