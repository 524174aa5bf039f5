/** Who looked at the worker's number, when and why. */
import { sayInstant } from '../../../../domain/kernel/time'
import { workerApi } from '../../../../domain/worker/api'
import { workers } from '../../../cloud/apis'
import { useAsk } from '../../../cloud/ask'
import { call } from '../../../cloud/go'
import { Card, Empty, Row } from '../../../ui'
import { AskedPage } from '../parts/asked-page'

const kept = { name: 'seen', schema: workerApi.endpoints.seen.output }

export default function SeenPage() {
  const asked = useAsk(() => workers.seen({}), kept)
  const now = new Date()
  return (
    <AskedPage title="谁看过号码" asked={asked}>
      {({ rows }) => (
        <>
          {rows.length === 0 ? (
            <Empty id="nobody" title="没有人看过" text="谁要看完整的号码，得写原因，这里就会有一行。" />
          ) : (
            <Card>
              {rows.map((row) => (
                <Row
                  key={`${row.at}-${row.what}`}
                  title={`${row.role} ${row.byName} 看了${row.what}`}
                  note={`${sayInstant(row.at, now)}，说是：${row.reason}`}
                />
              ))}
            </Card>
          )}
          <Card>
            <Row icon="tel" title="觉得不对？打 12345" note="说清哪天、谁看的" onClick={() => call('12345')} />
          </Card>
        </>
      )}
    </AskedPage>
  )
}
