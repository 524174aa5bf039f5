/** One site: its code, what was done to it, its poster, and what the server lets this desk do. */
import { useRouter } from '@tarojs/taro'
import { stateRow } from '../../../domain/kernel/machine'
import { siteApi } from '../../../domain/site/api'
import { siteMachine } from '../../../domain/site/machine'
import { residences } from '../../../domain/worker/choices'
import { sites, staff } from '../../cloud/apis'
import { useAsk } from '../../cloud/ask'
import { Card, QrCard, Row, StatusTag } from '../../ui'
import { mayCall } from '../parts/access'
import { DeskPage } from '../parts/desk-page'
import { History } from '../parts/history'
import { open, textOf } from '../parts/routes'
import { CodeActions } from './code-actions'
import { Poster } from './poster'

type Shown = Awaited<ReturnType<typeof sites.get>>

export default function SitePage() {
  const { params } = useRouter()
  const id = textOf(params.id)
  const asked = useAsk(async () => {
    const [shown, me] = await Promise.all([sites.get({ id }), staff.me({})])
    return { shown, mayPrint: mayCall(siteApi.endpoints.poster, me.grants) }
  })
  return (
    <DeskPage title="点位" asked={asked}>
      {({ shown: { site, timeline }, mayPrint }) => (
        <>
          <Place site={site} />
          <Code site={site} />
          {mayPrint && stateRow(siteMachine, site.state).tone === 'ok' && <Poster key={site.version} site={site} />}
          <CodeActions site={site} onChanged={() => void asked.reload()} />
          <History timeline={timeline} />
        </>
      )}
    </DeskPage>
  )
}

function Place({ site }: Pick<Shown, 'site'>) {
  const { tone, next } = stateRow(siteMachine, site.state)
  return (
    <Card title={site.name}>
      <StatusTag state={tone} text={`${site.stateLabel}：${next}`} />
      <Row id="where" title="在哪" note={`${site.districtName} ${site.streetName} · ${site.address}`} />
      <Row id="residence" title="哪一类" value={residences[site.residence].label} />
      <Row id="keeper" title="谁管" value={site.keeperName} />
      <Row id="phone" title="电话" value={site.keeperPhone} />
      <Row
        id="workers"
        title="在这里登记的人"
        go
        onClick={() => open('roster', { level: 'site', id: site.id, name: site.name })}
      />
      {site.can.includes('update') && (
        <Row id="edit" icon="pen" title="改点位资料" go onClick={() => open('site-edit', { id: site.id })} />
      )}
    </Card>
  )
}

/** A stopped code is not drawn: nobody should print it once more. */
function Code({ site }: Pick<Shown, 'site'>) {
  if (stateRow(siteMachine, site.state).tone === 'stop')
    return <Card title="码停用了">{`旧编号 ${site.printedCode}，扫了、输了都不能登记。`}</Card>
  return (
    <Card title="墙上贴的码">
      <QrCard id="code" value={site.scene} code={site.printedCode} />
    </Card>
  )
}
