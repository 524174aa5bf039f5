/** Invites a colleague: which role, over what, how long the code holds; the code is shown once. */
import { useState } from 'react'
import type { Level, Role } from '../../../domain/kernel/roles'
import { invites, levels } from '../../../domain/kernel/roles'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { BottomBar, Button, Choice, Empty, Notice, Row, Steps } from '../../ui'
import { type Place, placesOf } from '../parts/access'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { PlacePicker } from '../parts/place-picker'
import { leadsTo, levelWords } from '../parts/places'
import { ShareButton } from './share-button'
import { Ticket } from './ticket'

type Me = Awaited<ReturnType<typeof staff.me>>
type Made = Awaited<ReturnType<typeof staff.invite>>

const lives = [
  { value: '24', text: '24 小时' },
  { value: '72', text: '3 天' },
  { value: '168', text: '7 天' },
]

const isLevel = (name: string): name is Level => levels.some((level) => level === name)

/** Where the inviter stands with a role that may hand this one out. */
const rootsFor = (role: Role, { grants }: Me): Place[] => {
  const by: readonly Role[] = invites[role].by
  return placesOf(grants.filter((grant) => by.includes(grant.role)))
}

export default function InvitePage() {
  const asked = useAsk(() => staff.me({}))
  const [made, setMade] = useState<Made>()
  const [isRevoked, setRevoked] = useState(false)
  const again = () => {
    setMade(undefined)
    setRevoked(false)
  }
  return (
    <DeskPage
      title="邀请同事"
      asked={asked}
      bottom={() =>
        made &&
        !isRevoked && (
          <BottomBar note="这张码只显示这一次，用一次就没了">
            <Button id="again" kind="q" label="再邀请一个" onClick={again} />
            <ShareButton made={made} />
          </BottomBar>
        )
      }
    >
      {(me) => {
        if (isRevoked)
          return <Notice kind="ok" text="收回了，这张码不能用了。" action={{ label: '重新发一张', onClick: again }} />
        if (made) return <Ticket made={made} onRevoked={() => setRevoked(true)} />
        if (me.canInvite.length === 0)
          return <Empty id="cannot" title="您不能邀请人" text="邀请由市里、街道、工会发。找他们说一声。" />
        return <Ask me={me} onMade={setMade} />
      }}
    </DeskPage>
  )
}

function Ask({ me, onMade }: { me: Me; onMade: (made: Made) => void }) {
  const [role, setRole] = useState<Me['canInvite'][number]>()
  const [level, setLevel] = useState<Level>()
  const [place, setPlace] = useState<Place>()
  const open = (next: Me['canInvite'][number]) => {
    const reachable = reachableLevels(next, me)
    setRole(next)
    setLevel(reachable.length === 1 ? reachable[0] : undefined)
    setPlace(undefined)
  }
  const roots = role ? rootsFor(role.role, me) : []
  return (
    <>
      <Steps now={place ? 3 : role ? 2 : 1} of={3} />
      {role ? (
        <Row id="role" icon="me" title={role.roleLabel} go="换" onClick={() => setRole(undefined)} />
      ) : (
        <Choice
          id="role"
          label="让他做什么"
          options={me.canInvite.map((one) => ({ value: one.role, text: one.roleLabel }))}
          value=""
          onChange={(value) => {
            const next = me.canInvite.find((one) => one.role === value)
            if (next) open(next)
          }}
        />
      )}
      {role && !level && (
        <Choice
          id="level"
          label="管多大"
          options={reachableLevels(role, me).map((value) => ({ value, text: levelWords[value] }))}
          value=""
          onChange={(value) => setLevel(isLevel(value) ? value : undefined)}
        />
      )}
      {role && level && !place && (
        <PlacePicker
          key={`${role.role}:${level}`}
          id="pick"
          label="管哪里"
          roots={roots}
          wanted={level}
          onChoose={setPlace}
        />
      )}
      {role && place && <HowLong role={role} place={place} onMove={() => setPlace(undefined)} onMade={onMade} />}
    </>
  )
}

const reachableLevels = ({ role, levels: offered }: Me['canInvite'][number], me: Me): Level[] =>
  offered.filter(isLevel).filter((level) => rootsFor(role, me).some((place) => leadsTo(place, level)))

type LastProps = {
  readonly role: Me['canInvite'][number]
  readonly place: Place
  readonly onMove: () => void
  readonly onMade: (made: Made) => void
}

function HowLong({ role: { role }, place, onMove, onMade }: LastProps) {
  const deed = useDeed()
  const [hours, setHours] = useState('24')
  const make = () => {
    const offer = { role, scope: place.scope, hours: Number(hours) }
    void deed.run(async (requestId) => onMade(await staff.invite({ requestId, ...offer })), offer)
  }
  return (
    <>
      <Row id="place" icon="pin" title={place.name} go="换" onClick={onMove} />
      <Choice id="hours" label="多久里要接受" options={lives} value={hours} onChange={setHours} />
      <DeedNotice deed={deed} again={make} />
      <BottomBar>
        <Button id="make" kind="p" label="出邀请码" busy={deed.isBusy} onClick={make} />
      </BottomBar>
    </>
  )
}
