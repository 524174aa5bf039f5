/** A call that dies half way, and an answer that is lost: whoever comes again finds what was done, counts the rest, and nobody twice. */
import type { Changes } from '../builders/altered'
import {
  anEmployer,
  asCsv,
  countAll,
  type Employer,
  people,
  type RosterTown,
  read,
  reading,
  rosterForm,
  rosterOf,
  startRosterTown,
  versionOf,
} from '../builders/rosters'
import { type Stored, storedIn } from '../builders/stored'
import { newRequest } from '../builders/town'
import { withBuild } from '../wish/race/deaths'

jest.setTimeout(240_000)

const DIES = `process.exit(1)
    await new Promise(() => undefined)`

/** Half the people of a full sheet are written when it dies; of a sheet begun before fewer are left, and it lives. */
const diesBetweenRows: Changes = {
  '_lib/counting.ts': (text) =>
    text.replace('const addFresh = async', 'const addAll = async').replace(
      '/** The same amount for many',
      `const addFresh = async (wanted: readonly Wanted[], asked: Asked): Promise<boolean> => {
  if (wanted.length === 200) {
    await addAll(wanted.slice(0, 100), asked)
    ${DIES}
  }
  return addAll(wanted, asked)
}

/** The same amount for many`,
    ),
}

/** Everybody of the sheet is counted, and nothing of that is written down on it yet. */
const diesBeforeReport: Changes = {
  'claim/countRoster.ts': (text) =>
    text.replace('async ({ id, part }, {', 'async ({ id, part, requestId }, {').replace(
      'const isKept = await',
      `if (requestId.startsWith('dies')) {
    ${DIES}
  }
  const isKept = await`,
    ),
}

/** One sheet of three is written, and then nothing more. */
const diesBetweenSheets: Changes = {
  'claim/rosterSheets.ts': (text) =>
    text.replace(
      '  for (let at = 0; at < sheets.length',
      `  if (sheets.length === 3 && sheets[0] && (await insert('sheets', sheets[0]))) {
    ${DIES}
  }
  for (let at = 0; at < sheets.length`,
    ),
}

const inTown = (changes: Changes, act: (city: RosterTown) => Promise<void>) =>
  withBuild(changes, async (distDir) => {
    const city = await startRosterTown({ distDir })
    try {
      await act(city)
    } finally {
      await city.town.stop()
    }
  })

const countedIn = async (city: RosterTown): Promise<Stored[]> => (await storedIn(city.town.cloud)).all('counted')
const isTwice = ({ months, used }: Stored): boolean => !Array.isArray(months) || months.length !== 1 || used !== 1

const handIn = async (city: RosterTown, id: string) => {
  const { one } = city
  const handing = { requestId: newRequest(), id, version: await versionOf(one, id), form: rosterForm() }
  return (await one.phone.claim.submitRoster(handing)).claim
}

test('killed between two rows: the sheet is not done, and counted to its end by the next call', () =>
  inTown(diesBetweenRows, async (city) => {
    const { one, two } = city
    const draft = await read(city, one, asCsv(people(200)))
    const counting = { requestId: newRequest(), id: draft.id, part: 0 }
    await expect(one.phone.claim.countRoster(counting)).rejects.toThrow('ended without an answer')
    expect(await countedIn(city)).toHaveLength(100)
    expect(await rosterOf(one, draft.id)).toMatchObject({ partsDone: 0, people: 0 })
    await expect(handIn(city, draft.id)).rejects.toMatchObject({ code: 'ROSTER_UNCOUNTED' })
    const theirs = await read(city, two, asCsv(people(110, 40)))
    const [other] = await countAll(two, theirs)
    expect(other).toMatchObject({ counted: 50, refused: 60 })
    expect(await one.phone.claim.countRoster(counting)).toMatchObject({ counted: 150, amountFen: 9_000_000 })
    expect(await handIn(city, draft.id)).toMatchObject({ people: 150, amountFen: 9_000_000 })
    const all = await countedIn(city)
    expect([all.length, all.filter(isTwice)]).toEqual([200, []])
  }))

test('killed before it wrote down what it counted: the next call finds its own', () =>
  inTown(diesBeforeReport, async (city) => {
    const { one } = city
    const draft = await read(city, one, asCsv(people(30)))
    const counting = { id: draft.id, part: 0 }
    const dying = one.phone.claim.countRoster({ ...counting, requestId: `dies-${newRequest()}` })
    await expect(dying).rejects.toThrow('ended without an answer')
    expect(await one.phone.claim.countRoster({ ...counting, requestId: newRequest() })).toMatchObject({ counted: 30 })
    expect(await handIn(city, draft.id)).toMatchObject({ people: 30, amountFen: 1_800_000 })
    expect((await countedIn(city)).filter(isTwice)).toEqual([])
  }))

test('killed while the file is laid out: not to be handed in, and whole once it is sent again', () =>
  inTown(diesBetweenSheets, async (city) => {
    const { one } = city
    const input = await reading(city, one, asCsv(people(401)))
    await expect(one.phone.claim.readRoster(input)).rejects.toThrow('ended without an answer')
    const [begun] = (await one.phone.claim.rosterClaims({ scope: one.scope })).claims
    if (!begun) throw new Error('no claim was begun')
    await expect(countAll(one, begun)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(handIn(city, begun.id)).rejects.toMatchObject({ code: 'ROSTER_UNCOUNTED' })
    const { claim, rows } = await one.phone.claim.readRoster(input)
    expect([claim.id, claim.parts, rows]).toEqual([begun.id, 3, 401])
    await countAll(one, claim)
    expect(await handIn(city, claim.id)).toMatchObject({ people: 401 })
    expect((await countedIn(city)).filter(isTwice)).toEqual([])
  }))

describe('an answer that is lost', () => {
  let city: RosterTown
  beforeAll(async () => {
    city = await startRosterTown()
  })
  afterEach(() => city.town.cloud.faults.off())
  afterAll(() => city.town.stop())

  const lost = (name: string) => city.town.cloud.faults.on({ at: 'database', kind: 'answerLost', name, nth: 1 })

  test.each(['insertDocument/sheets', 'insertDocument/claims', 'insertDocument/claimKeys'])(
    'of a reading: %s',
    async (name) => {
      const by = await anEmployer(city, `读名册 ${name}`)
      const input = await reading(city, by, asCsv(people(3)))
      lost(name)
      await expect(by.phone.claim.readRoster(input)).rejects.toMatchObject({ code: 'INTERNAL' })
      const { claim, rows } = await by.phone.claim.readRoster(input)
      expect([claim.parts, rows]).toEqual([1, 3])
      expect((await by.phone.claim.rosterClaims({ scope: by.scope })).claims).toHaveLength(1)
    },
  )

  test.each([
    ['insertDocument/counted', 100],
    ['modifyDocument/sheets', 200],
  ])('of a count: %s', async (name, from) => {
    const by = await anEmployer(city, `数名册 ${name}`)
    const draft = await read(city, by, asCsv(people(5, from)))
    await countedAfter(by, draft.id, name)
  })

  test('of counting those another month counted before', async () => {
    const by = await anEmployer(city, '两个月')
    await countAll(by, await read(city, by, asCsv(people(5, 300)), { month: '2021-01' }))
    const draft = await read(city, by, asCsv(people(5, 300)))
    await countedAfter(by, draft.id, 'modifyDocument/counted')
  })

  const countedAfter = async (by: Employer, id: string, name: string) => {
    const counting = { requestId: newRequest(), id, part: 0 }
    lost(name)
    await expect(by.phone.claim.countRoster(counting)).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(await by.phone.claim.countRoster(counting)).toMatchObject({ counted: 5, amountFen: 300_000 })
    const all = await countedIn(city)
    expect(all.filter(({ months, used }) => !Array.isArray(months) || months.length !== used)).toEqual([])
  }
})
