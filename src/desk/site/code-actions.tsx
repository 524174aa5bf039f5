/** What stops or replaces a code: asked why, named on the button, shown only when the server allows it. */
import { useState } from 'react'
import { siteMachine } from '../../../domain/site/machine'
import { sites } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { Button } from '../../ui'
import { ReasonSheet } from '../parts/reason-sheet'
import { siteReasons } from '../parts/reasons'

type SiteRow = Awaited<ReturnType<typeof sites.get>>['site']
type CodeAction = keyof typeof siteReasons

const codeActions: readonly CodeAction[] = ['reissue', 'revoke']

/** What happens to the posters on the wall, said before the tap. */
const consequence: Readonly<Record<CodeAction, string>> = {
  reissue: '墙上的旧海报马上不能用了。换完就印新的贴上。',
  revoke: '墙上的海报马上不能用了，新来的人登记不了。已经登记的人不受影响。',
}

type Props = { readonly site: SiteRow; readonly onChanged: () => void }

export function CodeActions({ site, onChanged }: Props) {
  const deed = useDeed()
  const [asking, setAsking] = useState<CodeAction>()
  const close = () => {
    deed.forget()
    setAsking(undefined)
  }
  const act = async (action: CodeAction, reason: string) => {
    const { id, version } = site
    const isDone = await deed.run(
      async (requestId) => {
        await sites.act({ id, version, requestId, action, form: { reason } })
      },
      [id, version, action, reason],
    )
    if (isDone) setAsking(undefined)
    onChanged()
  }
  return (
    <>
      {codeActions
        .filter((action) => site.can.includes(action))
        .map((action) => (
          <Button
            key={action}
            id={action}
            kind="q"
            label={siteMachine.actions[action].label}
            onClick={() => setAsking(action)}
          />
        ))}
      {asking && (
        <ReasonSheet
          id="why"
          title={`${siteMachine.actions[asking].label}：${site.name}`}
          reasons={siteReasons[asking]}
          label={siteMachine.actions[asking].label}
          isBusy={deed.isBusy}
          error={deed.error}
          note={consequence[asking]}
          onReason={(reason) => void act(asking, reason)}
          onReload={close}
          onClose={close}
        />
      )}
    </>
  )
}
