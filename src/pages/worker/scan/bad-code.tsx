/** A code that is damaged, stopped or not ours: what is wrong with it, and the number by hand as the way on. */
import { type ErrorCode, errors } from '../../../../domain/kernel/errors'
import { call, goTo } from '../../../cloud/go'
import { goScan } from '../../../cloud/go-scan'
import { useOnline } from '../../../cloud/letters'
import { BottomBar, Button, Card, Empty, Row, Screen } from '../../../ui'

export const badCodes = ['CODE_DAMAGED', 'CODE_REVOKED', 'CODE_FOREIGN'] as const satisfies readonly ErrorCode[]
export type BadCodeName = (typeof badCodes)[number]
export const isBadCode = (code: string | undefined): code is BadCodeName => badCodes.some((bad) => bad === code)

const titles = {
  CODE_DAMAGED: '码看不清',
  CODE_REVOKED: '码停用了',
  CODE_FOREIGN: '不是我们的码',
} as const satisfies Record<BadCodeName, string>

/** The words after the title, which the first clause of the error already says. */
const adviceIn = (code: BadCodeName): string => {
  const { text } = errors[code]
  const [, ...rest] = text.split('。')
  return rest.join('。')
}

const typeIt = goTo('/pages/worker/code/index')

export function BadCode({ code }: { code: BadCodeName }) {
  const isOnline = useOnline()
  /** A new poster hangs there, or soon will; any other code is best typed. */
  const isReplaced = code === 'CODE_REVOKED'
  const typing = <Button id="type" kind={isReplaced ? 'q' : 'p'} label="输编号" onClick={typeIt} />
  return (
    <Screen
      title="扫码"
      online={isOnline}
      bottom={
        <BottomBar>
          {isReplaced && typing}
          <Button id="again" kind={isReplaced ? 'p' : 'q'} label="再扫一次" onClick={() => void goScan()} />
          {!isReplaced && typing}
        </BottomBar>
      }
    >
      <Empty id={code} title={titles[code]} text={adviceIn(code)} />
      <Card>
        <Row icon="tel" title="打电话问：12345" note="全天有人接" onClick={() => call('12345')} />
      </Card>
    </Screen>
  )
}
