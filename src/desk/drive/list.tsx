/** The drives a desk looks after, and the way to a new one. */
import type { InferOutput } from 'valibot'
import { sayDay, toDay } from '../../../domain/kernel/time'
import { wishApi } from '../../../domain/wish/api'
import type { DriveCard } from '../../../domain/wish/views'
import { staff, wishes } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { BottomBar, Button, Card, Empty, Row } from '../../ui'
import { grantsFor, isSameScope, wishGrants } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { open } from '../parts/routes'

type Drive = InferOutput<typeof DriveCard>

const load = async () => {
  const [{ grants }, { drives }] = await Promise.all([staff.me({}), wishes.drives({})])
  const held = wishGrants(grants).map(({ scope }) => scope)
  const isTheirs = ({ scope }: Drive) => held.some((own) => own.level === 'city' || isSameScope(own, scope))
  const mayPublish = grantsFor(wishApi.endpoints.publishDrive, grants).some(({ scope }) => isWide(scope.level))
  return { drives: drives.filter(isTheirs), mayPublish }
}

const isWide = (level: string): boolean => ['city', 'district'].includes(level)

export function Drives() {
  const asked = useAsk(load)
  const now = new Date()
  return (
    <DeskPage
      title="心愿活动"
      asked={asked}
      bottom={({ mayPublish }) =>
        mayPublish && (
          <BottomBar>
            <Button id="new-drive" kind="p" label="办一场" onClick={() => open('drive-new')} />
          </BottomBar>
        )
      }
    >
      {({ drives }) =>
        drives.length === 0 ? (
          <Empty id="no-drives" title="还没办过" text="办一场，工人就能许愿，大家就能点灯。" />
        ) : (
          <Card>
            {drives.map(({ id, title, opensOn, endsOn, stateLabel }) => (
              <Row
                key={id}
                id={`drive-${id}`}
                title={title}
                note={`${sayDay(toDay(opensOn), now)} 到 ${sayDay(toDay(endsOn), now)}`}
                value={stateLabel}
                go
                onClick={() => open('drive', { id })}
              />
            ))}
          </Card>
        )
      }
    </DeskPage>
  )
}
