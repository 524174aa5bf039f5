/** The staff's first screen: what waits, how much of it is late, and the way to everything else. */

import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { useDeed } from '../../cloud/deed'
import { goTo } from '../../cloud/go'
import { BottomBar, Button, Card, Empty, Row } from '../../ui'
import { rosterGrants } from '../parts/access'
import { DeedNotice } from '../parts/deed-notice'
import { DeskPage } from '../parts/desk-page'
import { open } from '../parts/routes'
import { askRoster, nextWaiting } from '../roster/shelf'
import { queuesOf } from './ask-queues'
import { claimErrandsOf } from './claim-errands'
import { firstToDo, type Queue } from './counts'
import { type Door, doorsFor } from './doors'
import { Errands, errandsOf } from './errands'
import { Queues } from './queues'
import { askRunning, TimerWatch } from './timer-watch'

const load = async () => {
  const me = await staff.me({})
  const [queues, running, errands, claimErrands] = await Promise.all([
    queuesOf(me.grants),
    askRunning(me.grants),
    errandsOf(me.grants),
    claimErrandsOf(me.grants),
  ])
  return { me, queues, running, errands, claimErrands }
}

const goAccept = goTo('/desk/accept/index')

export default function DeskHomePage() {
  const asked = useAsk(load)
  const deed = useDeed()
  const begin = async ({ place, state }: Queue) => {
    await deed.run(async () => {
      await askRoster({ place, filter: { state } })
      const first = nextWaiting('')
      if (first) open('person', { id: first.id })
      else await asked.reload()
    })
  }
  return (
    <DeskPage
      title="工作台"
      asked={asked}
      bottom={({ queues }) => {
        const queue = firstToDo(queues, new Date())
        return (
          queue && (
            <BottomBar>
              <Button id="begin" kind="p" label="开始办" busy={deed.isBusy} onClick={() => void begin(queue)} />
            </BottomBar>
          )
        )
      }}
    >
      {({ me: { grants, canInvite }, queues, running, errands, claimErrands }) =>
        grants.length === 0 ? (
          <Empty
            id="no-role"
            title="您还没有工作台的身份"
            text="让管这一片的人发一张邀请码，扫了就有。"
            action={{ label: '我有邀请码', onClick: goAccept }}
          />
        ) : (
          <>
            <DeedNotice deed={deed} again={() => void asked.reload()} />
            {running && <TimerWatch running={running} now={new Date()} />}
            {rosterGrants(grants).length > 0 && <Queues queues={queues} now={new Date()} />}
            <Errands id="claim-errands" title="补贴这边在等的" errands={claimErrands} />
            <Errands id="errands" title="心愿这边在等的" errands={errands} />
            <Doors doors={doorsFor(grants, canInvite.length > 0)} />
            <Card title="我的身份">
              {grants.map(({ grantId, roleLabel, scopeName }) => (
                <Row key={grantId} id={grantId} title={roleLabel} value={scopeName} />
              ))}
            </Card>
          </>
        )
      }
    </DeskPage>
  )
}

function Doors({ doors }: { doors: readonly Door[] }) {
  if (doors.length === 0)
    return <Empty id="no-doors" title="现在没有要您办的" text="有事要您办，会在“消息”里告诉您。" />
  return (
    <Card title="要办什么">
      {doors.map(({ screen, icon, title, note }) => (
        <Row key={screen} id={screen} icon={icon} title={title} note={note} go onClick={() => open(screen)} />
      ))}
    </Card>
  )
}
