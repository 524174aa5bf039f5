/** Why somebody cannot wish now, rule by rule, and what they can do about it. */

import type * as v from 'valibot'
import type { MayWish } from '../../../domain/wish/views'
import { call, goHome, goTo } from '../../cloud/go'
import { NoCard } from '../../pages/worker/parts/no-card'
import { Button, Card, Empty, Notice, Row, RuleRow } from '../../ui'
import type { Found } from './open-drive'

export type WhyNot = 'closed' | 'unregistered' | 'rules' | 'used'

export const whyNot = ({ isRegistered, judged }: Found): WhyNot | undefined => {
  if (!judged?.drive.isOpen) return 'closed'
  if (!isRegistered) return 'unregistered'
  if (judged.may.verdict === 'no') return 'rules'
  return judged.may.left === 0 ? 'used' : undefined
}

type Rows = v.InferOutput<typeof MayWish>['rules']

export function Rules({ rules }: { rules: Rows }) {
  return (
    <Card id="rules" title="这一场谁能许">
      {rules.map(({ text, verdict, from }) => (
        <RuleRow
          key={text}
          verdict={verdict}
          text={text}
          from={verdict === 'unknown' ? `${from}。还没定，先许着也行` : from}
        />
      ))}
    </Card>
  )
}

const goMine = goTo('/wishes/mine/index')

export function MayNot({ why, found: { judged } }: { why: WhyNot; found: Found }) {
  if (why === 'unregistered')
    return (
      <>
        <Notice kind="info" text="登记了才能许心愿。登记好再来，3 分钟" />
        <NoCard />
      </>
    )
  if (why === 'closed' || !judged)
    return (
      <>
        <Empty
          id="closed"
          title="现在没有开着的"
          text="下一场开了，心愿那一页会挂上灯。"
          action={{ label: '回首页', onClick: goHome }}
        />
        <Card>
          <Row id="mine" icon="lamp" title="我的心愿" note="许过的，都在这里" onClick={goMine} />
        </Card>
      </>
    )
  if (why === 'used')
    return (
      <>
        <Empty
          id="used"
          title="许满了"
          text={`${judged.drive.title}，每人 ${judged.drive.wishesEach} 个，您都许了。撤回一个，还能再许。`}
        />
        <Button id="mine" kind="p" label="看我的心愿" onClick={goMine} />
      </>
    )
  return <AgainstRules rules={judged.may.rules} />
}

function AgainstRules({ rules }: { rules: Rows }) {
  return (
    <>
      <Notice id="may-not" kind="wait" text="这一场您许不了，看看是哪一条" />
      <Rules rules={rules} />
      <Card title="能做什么">
        <Row
          id="mend"
          icon="pen"
          title="登记错了，可以改"
          note="改了住处、过年安排，再来看"
          onClick={goTo('/pages/worker/edit/index')}
        />
        <Row id="union" icon="tel" title="打工会 12351 问" note="问下一场什么时候开" onClick={() => call('12351')} />
      </Card>
    </>
  )
}
