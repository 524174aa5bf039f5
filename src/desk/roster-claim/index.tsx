/** What an employer claims for its people: each roster with where it stands and what comes next, and the way to another. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { claimApi } from '../../../domain/claim/api'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { yuan } from '../../../domain/kernel/money'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { BottomBar, Button, Card, Empty, Skeleton, WorkRow } from '../../ui'
import { grantsFor, type Place } from '../parts/access'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { HeldPlace, keyOf } from '../parts/held-place'
import { nameOf } from './shelf'
import { openNew, openOne } from './way'

const none = { title: '单位领补贴，归用人单位办', text: '您单位要领，让市里发一张用人单位的邀请码。' }

export default function RosterClaimsPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="单位领补贴" asked={asked}>
      {({ grants }) => (
        <HeldPlace
          grants={grantsFor(claimApi.endpoints.employerProgrammes, grants)}
          params={params}
          title="哪一家"
          none={none}
        >
          {(place) => <Here key={keyOf(place)} place={place} />}
        </HeldPlace>
      )}
    </DeskPage>
  )
}

type Page = Awaited<ReturnType<typeof claims.rosterClaims>>

function Here({ place: { scope } }: { readonly place: Place }) {
  const asked = useAsk(() => claims.rosterClaims({ scope }))
  const deed = useDeed()
  const [later, setLater] = useState<{ readonly of: Page; readonly page: Page }>()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const { claims: rows, next } = later?.of === asked.data ? later.page : asked.data
  const more = () =>
    void deed.run(async () => {
      const page = await claims.rosterClaims({ scope, ...(next === undefined ? {} : { cursor: next }) })
      setLater({ of: asked.data, page: { claims: [...rows, ...page.claims], next: page.next } })
    })
  return (
    <>
      {rows.length === 0 ? (
        <Empty id="no-claims" title="还没领过" text="选一项，传一份名册，一行一行告诉您算不算。" />
      ) : (
        <Card>
          {rows.map((claim) => (
            <Claim key={claim.id} claim={claim} onClick={() => openOne(scope, claim.id)} />
          ))}
        </Card>
      )}
      <DeedNotice deed={deed} again={more} />
      {next !== undefined && <Button id="more" kind="q" label="再看 10 份" busy={deed.isBusy} onClick={more} />}
      <BottomBar>
        <Button id="new-roster" kind="p" label="传一份名册" onClick={() => openNew(scope)} />
      </BottomBar>
    </>
  )
}

const peopleOf = ({ people, amountFen }: RosterClaim): string => `${people} 人 · ${yuan(amountFen)}`

function Claim({ claim, onClick }: { readonly claim: RosterClaim; readonly onClick: () => void }) {
  const { id, stateLabel, next, isLate } = claim
  return (
    <WorkRow
      id={`claim-${id}`}
      due={isLate ? `${stateLabel} · 晚了` : stateLabel}
      name={`${nameOf(claim)} · ${peopleOf(claim)}`}
      what={next}
      late={isLate}
      onClick={onClick}
    />
  )
}
