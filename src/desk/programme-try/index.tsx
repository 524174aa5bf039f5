/** Tries a programme before anybody counts on it: on made-up people, and on those registered here as figures. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { quantityAsked } from '../../../domain/claim/amount'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import { onOf } from '../../../domain/kernel/time'
import { useAsk } from '../../cloud/ask'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Empty, Skeleton } from '../../ui'
import type { Place } from '../parts/access'
import { Chips } from '../parts/chips'
import { claims } from '../parts/claims-api'
import { DeskPage } from '../parts/desk-page'
import { goBack, textOf } from '../parts/routes'
import { placeIn } from '../programme-new/answers'
import { readToTry } from '../programme-new/details'
import { programmeDraft } from '../programme-new/draft'
import { CountRegistered } from './count'
import { type Sample, samples } from './people'
import { About, Result } from './person'

type Tried = { readonly details: ProgrammeDetails; readonly place: Place | undefined }

/** What is being written on this phone, whole or not. */
const fromDraft = (name: string): Tried | undefined => {
  const answers = programmeDraft(name).read()
  const read = readToTry(answers, onOf(new Date()))
  return 'details' in read ? { details: read.details, place: placeIn(answers) } : undefined
}

const fromCloud = async (id: string): Promise<Tried> => {
  const { programme } = await claims.deskProgramme({ id })
  const { scope, scopeName } = programme.row
  return { details: programme.details, place: { scope, name: scopeName } }
}

export default function ProgrammeTryPage() {
  const { params } = useRouter()
  const [id, draft] = [textOf(params.id), textOf(params.draft)]
  const asked = useAsk(async () => (draft ? fromDraft(draft) : fromCloud(id)))
  return (
    <DeskPage title="试一试" asked={asked}>
      {(tried) =>
        tried ? (
          <Try key={JSON.stringify(tried.details)} tried={tried} />
        ) : (
          <Empty
            id="unfinished"
            title="还没写完，试不了"
            text="有的条件写到一半。写完了再来试。"
            action={{ label: '回去写', onClick: () => goBack('programmes') }}
          />
        )
      }
    </DeskPage>
  )
}

/** As the contract takes it; what nobody knows is left out. */
const personOf = ({ name, facts, quantity }: Sample, { amount }: ProgrammeDetails) => {
  const known = Object.entries(facts).flatMap(([fact, value]) => (value === undefined ? [] : [[fact, value] as const]))
  const isCounted = amount !== undefined && quantityAsked(amount) !== undefined && /^\d{1,9}$/.test(quantity)
  return {
    name,
    facts: Object.fromEntries(known),
    ...(isCounted ? { quantity: Number(quantity) * unitOf(amount) } : {}),
  }
}

/** A share is of what was paid, typed in yuan. */
const unitOf = ({ way }: NonNullable<ProgrammeDetails['amount']>): number => (way === 'share' ? 100 : 1)

function Try({ tried: { details, place } }: { readonly tried: Tried }) {
  const [people, setPeople] = useState<readonly Sample[]>(samples)
  const [chosen, setChosen] = useState(samples[0]?.id ?? '')
  const sent = people.map((person) => personOf(person, details))
  const asked = useAsk(() => claims.tryRules({ details, people: sent }), undefined, JSON.stringify(sent))
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const at = people.findIndex(({ id }) => id === chosen)
  const [person, said] = [people[at], asked.data.people[at]]
  const change = (next: Sample) => setPeople(people.map((other) => (other.id === next.id ? next : other)))
  return (
    <>
      <Chips
        id="people"
        label="拿谁试"
        options={people.map(({ id, name }) => ({ value: id, text: name }))}
        value={chosen}
        onChange={setChosen}
      />
      {said && <Result said={said} />}
      {person && <About key={person.id} details={details} person={person} onChange={change} />}
      {person && isChanged(person) && (
        <Button id="as-before" kind="q" label="改回原来的" onClick={() => change(originalOf(person))} />
      )}
      {place && <CountRegistered details={details} scope={place.scope} name={place.name} />}
    </>
  )
}

const originalOf = (person: Sample): Sample => samples.find(({ id }) => id === person.id) ?? person
const isChanged = (person: Sample): boolean => JSON.stringify(person) !== JSON.stringify(originalOf(person))
