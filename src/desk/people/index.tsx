/** Who holds a role here; and ending one, with the deed written on the button. */
import { useState } from 'react'
import { sayInstant } from '../../../domain/kernel/time'
import { staffApi } from '../../../domain/staff/api'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { Wrong } from '../../pages/worker/parts/asked-page'
import { Button, Card, Empty, Notice, Row, Skeleton } from '../../ui'
import { grantsFor, type Place, placesOf } from '../parts/access'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { PlaceRow } from '../parts/place-row'
import { Dismissal } from './dismissal'

type Me = Awaited<ReturnType<typeof staff.me>>
type Page = Awaited<ReturnType<typeof staff.list>>
export type Colleague = Page['rows'][number]

export default function PeoplePage() {
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="同事" asked={asked}>
      {(me) => <People me={me} />}
    </DeskPage>
  )
}

function People({ me }: { me: Me }) {
  const held = placesOf(grantsFor(staffApi.endpoints.list, me.grants))
  const [place, setPlace] = useState<Place | undefined>(held[0])
  if (!place) return <Empty id="no-people" title="同事名单不归您看" text="要找人，问给您发邀请码的那位。" />
  return (
    <>
      <PlaceRow
        name={place.name}
        note="只列这一级的"
        title="看哪里的同事"
        roots={held}
        wanted="site"
        onChoose={setPlace}
      />
      <Holders key={`${place.scope.level}:${place.scope.id}`} place={place} me={me} />
    </>
  )
}

/** Whoever may hand a role out may end it, save their own; the server has the last word. */
const mayEnd = ({ grant: { grantId, role, scope } }: Colleague, { grants, canInvite }: Me): boolean =>
  grants.every((own) => own.grantId !== grantId) &&
  canInvite.some((one) => one.role === role && one.levels.includes(scope.level))

function Holders({ place, me }: { place: Place; me: Me }) {
  const { scope } = place
  const asked = useAsk(() => staff.list({ scope }))
  const [later, setLater] = useState<Page>()
  const [ending, setEnding] = useState<Colleague>()
  const [ended, setEnded] = useState<string>()
  const deed = useDeed()
  if (asked.state === 'loading') return <Skeleton />
  if (asked.state === 'error') return <Wrong failure={asked.error} again={() => void asked.reload()} />
  const rows = [...asked.data.rows, ...(later?.rows ?? [])]
  const next = later ? later.next : asked.data.next
  const more = () =>
    void deed.run(async () => {
      const page = await staff.list({ scope, ...(next ? { cursor: next } : {}) })
      setLater({ rows: [...(later?.rows ?? []), ...page.rows], next: page.next })
    })
  return (
    <>
      {ended && <Notice kind="ok" text={ended} />}
      {rows.length === 0 ? (
        <Empty id="nobody" title="这一级还没有同事" text="发一张邀请码，他接受了就在这里。" />
      ) : (
        <Card>
          {rows.map((colleague) => (
            <Row
              key={colleague.grant.grantId}
              id={`grant-${colleague.grant.grantId}`}
              icon="me"
              title={`${colleague.maskedName} · ${colleague.grant.roleLabel}`}
              note={`${sayInstant(colleague.grant.grantedAt, new Date())} 起`}
              {...(mayEnd(colleague, me) ? { go: '收回', onClick: () => setEnding(colleague) } : {})}
            />
          ))}
        </Card>
      )}
      <DeedNotice deed={deed} again={more} />
      {next && <Button id="more" kind="q" label="再看 20 个" busy={deed.isBusy} onClick={more} />}
      {ending && (
        <Dismissal
          colleague={ending}
          onClose={() => setEnding(undefined)}
          onEnded={(words) => {
            setEnding(undefined)
            setEnded(words)
            setLater(undefined)
            void asked.reload()
          }}
        />
      )}
    </>
  )
}
