/** The steps of a registration as somebody takes them on the phone, for every story that registers a person. */
import { bornYearsAgo, madeUpNumber } from '../../config/run/demo/documents'
import { onOf } from '../../domain/kernel/time'
import type { Handset } from './handset'

export const SITE = '长寿路三号楼工地'

/** A resident’s number nobody has; `at` keeps those of one city apart. */
export const numberOf = (age: number, at: number): string => madeUpNumber('13', bornYearsAgo(age, onOf(new Date())), at)

/** The code of the poster there, as whoever keeps the place reads it on their phone. */
export async function sceneAt(site: string, keeper: Handset): Promise<string | undefined> {
  const { grants } = await keeper.asks.staff.me({})
  for (const { scope } of grants) {
    const { rows } = await keeper.asks.site.list({ scope })
    const found = rows.find(({ name }) => name === site)
    if (found) return found.scene
  }
  return undefined
}

export type Person = { readonly name: string; readonly age: number; readonly at: number }

/** What is typed on the phone, sent at once: for those who are registered before their story begins. */
export async function registersAtOnce({ asks }: Handset, scene: string, { name, age, at }: Person): Promise<void> {
  const { version, hash } = await asks.worker.consent({})
  await asks.worker.register({
    requestId: `story-${at}`,
    scene,
    consent: { version, hash, agreesToBasic: true, agreesToSensitive: true },
    person: {
      name,
      phone: { source: 'typed', phone: `1990000${7000 + at}` },
      document: { kind: 'residentId', number: numberOf(age, at) },
      homeProvince: '34',
    },
    stay: { residence: 'factory', trade: 'construction', exposure: 'no', stay: 'staying', companion: 'alone' },
  })
}

/** WeChat's own guide comes with the first agreement, and is allowed or refused. */
export async function agrees(worker: Handset, guide: 'allow' | 'refuse' = 'allow'): Promise<void> {
  await worker.sees(SITE)
  await worker.photograph('the-site')
  await worker.tap('是，登记')
  await worker.sees('谁能看')
  await worker.photograph('who-may-see')
  await worker.tap('证件号是隐私，我同意用它核对')
  await worker.tap('同意，去登记')
  await worker.photograph('the-guide')
  await worker.answer({ sheet: 'privacy', button: guide })
  await worker.sees('第 1 步，共 3 步')
  await worker.photograph('the-number')
}

export async function saysWho(worker: Handset, name: string, number: string): Promise<void> {
  await worker.sees('第 2 步，共 3 步')
  await worker.write('姓名', name)
  await worker.write('身份证号', number)
  await worker.pick('老家', '河北')
  await worker.photograph('who')
  await worker.tap('下一步')
}

export async function saysWhere(worker: Handset): Promise<void> {
  await worker.sees('第 3 步，共 3 步')
  await worker.tap('工厂、园区、工地')
  await worker.pick('干什么活', '建筑')
  await worker.tap('留下过年')
  await worker.pick('跟谁一起', '自己')
  await worker.tap('不接触')
  await worker.photograph('where')
  await worker.tap('下一步')
  await worker.sees('点了才算登记')
  await worker.photograph('check')
}

export async function registers(worker: Handset): Promise<void> {
  await worker.tap('登记')
  await worker.photograph('may-we-tell')
  await worker.answer({ sheet: 'subscribe', button: 'allow' })
}
