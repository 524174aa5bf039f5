/** The roster of a scope: masked, searched by whole name or last four signs, filtered, longer page by page. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { GrantView } from '../../../domain/staff/schema'
import { staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Empty } from '../../ui'
import { placesOf, rosterGrants, statesFor } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { List } from './list'
import { type Params, startOf } from './question'
import { Toolbar } from './toolbar'

export default function RosterPage() {
  const { params } = useRouter()
  const asked = useAsk(() => staff.me({}))
  return (
    <DeskPage title="名册" asked={asked}>
      {({ grants }) => <Roster grants={rosterGrants(grants)} params={params} />}
    </DeskPage>
  )
}

function Roster({ grants, params }: { grants: readonly GrantView[]; params: Params }) {
  const [question, setQuestion] = useState(() => startOf(params, placesOf(grants), statesFor(grants)))
  if (!question)
    return <Empty id="no-roster" title="您没有名册" text="您的身份看不到登记。要看，让上级发一张邀请码。" />
  return (
    <>
      <Toolbar grants={grants} question={question} onChange={setQuestion} />
      <List question={question} onClear={() => setQuestion({ place: question.place, filter: {} })} />
    </>
  )
}
