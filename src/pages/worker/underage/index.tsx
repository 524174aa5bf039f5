/** Under 16: nobody is punished, somebody comes, and here is who to call. */
import { call } from '../../../cloud/go'
import { useOnline } from '../../../cloud/letters'
import { BottomBar, Button, Card, Screen } from '../../../ui'

export default function UnderagePage() {
  const isOnline = useOnline()
  return (
    <Screen
      title="不满 16 岁"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="call" kind="p" label="打 12345" onClick={() => call('12345')} />
        </BottomBar>
      }
    >
      <Card title="会有人来帮您，不是罚您">
        {'没有登记，您填的也没有留在手机里。已经告诉劳动监察员，他们会来看看您好不好。工地看不到这件事。'}
      </Card>
      <Card title="不想等">{'打 12345，全天有人接，说“我不满 16 岁，在干活”。有危险打 110。'}</Card>
    </Screen>
  )
}
