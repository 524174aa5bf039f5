/** The programmes of a place, and the way to a new one. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button, Empty } from '../../ui'
import { grantsFor, type Place, placesOf, programmeGrants } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { PlaceRow } from '../parts/place-row'
import { open, textOf } from '../parts/routes'
import { ProgrammeList } from './list'

type Params = Readonly<Record<string, string | undefined>>

const load = async () => {
  const { grants } = await staff.me({})
  return {
    held: placesOf(programmeGrants(grants)),
    mayWrite: grantsFor(claimApi.endpoints.saveProgramme, grants).length > 0,
  }
}

export default function ProgrammesPage() {
  const { params } = useRouter()
  const asked = useAsk(load)
  return (
    <DeskPage title="补贴" asked={asked}>
      {({ held, mayWrite }) => <Programmes held={held} mayWrite={mayWrite} params={params} />}
    </DeskPage>
  )
}

type Props = { readonly held: readonly Place[]; readonly mayWrite: boolean; readonly params: Params }

const placeIn = (held: readonly Place[], { level, id }: Params): Place | undefined =>
  held.find(({ scope }) => scope.level === level && scope.id === textOf(id)) ?? held[0]

function Programmes({ held, mayWrite, params }: Props) {
  const [place, setPlace] = useState(() => placeIn(held, params))
  if (!place) return <Empty id="no-programmes-here" title="补贴不归您看" text="要看，让上级发一张邀请码。" />
  const { level, id } = place.scope
  return (
    <>
      <PlaceRow name={place.name} title="看哪里的补贴" roots={held} wanted="site" onChoose={setPlace} />
      <ProgrammeList key={`${level}:${id}`} place={place} />
      {mayWrite && (
        <BottomBar>
          <Button
            id="new-programme"
            kind="p"
            label="写一个新的"
            onClick={() => open('programme-new', { level, place: id })}
          />
        </BottomBar>
      )}
    </>
  )
}
