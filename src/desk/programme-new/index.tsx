/** Writes a programme, changes one that is there, or begins one after another's pattern; each answer is kept as it is given. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Empty, Notice } from '../../ui'
import { grantsFor, isSameScope, type Place, placesOf } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { PlacePicker } from '../parts/place-picker'
import { goBack, textOf } from '../parts/routes'
import { type Answers, answersOfPlace, blank, isBegun, placeIn } from './answers'
import { draftName, programmeDraft } from './draft'
import { ProgrammeForm } from './form'
import { stepNamed } from './parts'
import { answersOf } from './refill'
import { useProgrammeDraft } from './use-draft'

type Params = Readonly<Record<string, string | undefined>>
type Source = { readonly whole: DeskProgrammeWhole; readonly titles: Readonly<Record<string, string>> }

/** With the names of the programmes it shuts out. */
const askSource = async (id: string): Promise<Source> => {
  const { programme: whole } = await claims.deskProgramme({ id })
  const { rows } = await claims.deskProgrammes({ scope: whole.row.scope })
  return { whole, titles: Object.fromEntries(rows.map((row) => [row.id, row.title])) }
}

export default function ProgrammeNewPage() {
  const { params } = useRouter()
  const [id, from] = [textOf(params.id), textOf(params.from)]
  const asked = useAsk(async () => {
    const [me, source] = await Promise.all([staff.me({}), id || from ? askSource(id || from) : undefined])
    return { held: placesOf(grantsFor(claimApi.endpoints.saveProgramme, me.grants)), source }
  })
  return (
    <DeskPage title={id ? '改补贴' : '写补贴'} asked={asked} offline="没有信号。写的都存着，接着写">
      {({ held, source }) => <Writing key={id || from} params={params} held={held} source={source} />}
    </DeskPage>
  )
}

const placeNamed = (held: readonly Place[], { level, place }: Params): Place | undefined =>
  held.find(({ scope }) => scope.level === level && scope.id === textOf(place))

/** What the draft begins with where nothing was written yet. */
const beginning = (params: Params, held: readonly Place[], source: Source | undefined): Partial<Answers> => {
  const own = held.length === 1 ? held[0] : undefined
  const copied = source && held.find(({ scope }) => isSameScope(scope, source.whole.row.scope))
  const place = placeNamed(held, params) ?? copied ?? own
  const where = place ? answersOfPlace(place) : {}
  if (!source) return where
  const { row, details } = source.whole
  const answers = answersOf(details, source.titles)
  /** Another one has days of its own. */
  if (!params.id) return { ...where, ...answers, opensOn: '', closesOn: '', months: '' }
  return { ...answersOfPlace({ scope: row.scope, name: row.scopeName }), ...answers, version: String(row.version) }
}

type Props = { readonly params: Params; readonly held: readonly Place[]; readonly source: Source | undefined }

function Writing({ params, held, source }: Props) {
  const name = draftName({ id: textOf(params.id), from: textOf(params.from) })
  const [wasBegun] = useState(() => {
    const draft = programmeDraft(name)
    const isThere = isBegun(draft.read())
    if (!isThere) draft.keep(beginning(params, held, source))
    return isThere
  })
  const inHand = useProgrammeDraft(name)
  const programme = params.id ? source?.whole : undefined
  const place = placeIn(inHand.answers)
  const [turn, setTurn] = useState(0)
  const anew = () => {
    inHand.give({ ...blank, ...beginning(params, held, source) })
    setTurn(turn + 1)
  }
  if (held.length === 0)
    return <Empty id="no-writing" title="写补贴归工会、单位和人社局" text="有想法，告诉他们来写。" />
  if (programme && !programme.row.can.some((action) => writing.includes(action)))
    return <Empty id="no-change" title="这一项现在改不了" text="截止了的，照着写一个新的。" action={back} />
  if (!place) {
    const choose = (chosen: Place) => inHand.give(answersOfPlace(chosen))
    return <PlacePicker id="where" label="在哪里发" roots={held} wanted="site" isAnyLevel onChoose={choose} />
  }
  const isStale = programme !== undefined && inHand.answers.version !== String(programme.row.version)
  return (
    <>
      {(wasBegun || isStale) && turn === 0 && <Before isStale={isStale} onAnew={anew} />}
      <ProgrammeForm
        key={turn}
        name={name}
        inHand={inHand}
        scope={place.scope}
        programme={programme}
        startsAt={turn === 0 ? stepNamed(params.part) : undefined}
      />
    </>
  )
}

const writing: readonly string[] = ['edit', 'amend']
const back = { label: '回去', onClick: () => goBack('programmes') }

function Before({ isStale, onAnew }: { readonly isStale: boolean; readonly onAnew: () => void }) {
  const text = isStale ? '这一项刚有人改过，您写的是照旧的。' : '上次写到一半的，接着写。'
  const label = isStale ? '照新的重写' : '不要了，从头写'
  return <Notice id="begun" kind={isStale ? 'wait' : 'info'} text={text} action={{ label, onClick: onAnew }} />
}
