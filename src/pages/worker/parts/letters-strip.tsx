/** Writes of this phone that nobody is looking at: still waiting, or refused while the app was elsewhere. */

import { errors } from '../../../../domain/kernel/errors'
import { openPage } from '../../../cloud/go'
import { outbox, useLetters } from '../../../cloud/letters'
import { isRefused, type LetterShown } from '../../../cloud/outbox'
import { troubleOf } from '../../../cloud/trouble'
import { Notice } from '../../../ui'

const deeds: Readonly<Record<string, string>> = {
  register: '登记',
  changeSite: '换地方',
  correct: '改资料',
  act: '改动',
  confirm: '确认',
  agree: '同意',
}

const nameOf = ({ endpoint }: LetterShown): string => deeds[endpoint] ?? '改动'

export function LettersStrip() {
  const letters = useLetters('worker')
  const refused = letters.find(isRefused)
  const waiting = letters.find(({ state }) => state === 'waiting' || state === 'sending')
  const shown = refused ?? waiting
  if (!shown) return null
  if (!isRefused(shown)) {
    if (shown.error) return <Notice id="letter" kind="wait" {...troubleOf(shown.error, () => void outbox.flush())} />
    return <Notice id="letter" kind="wait" text={`${nameOf(shown)}存好了。有信号就送，不用再点`} />
  }
  const why = errors[shown.error?.code ?? 'INTERNAL'].text
  const mend = () => {
    if (shown.endpoint === 'register') return openPage('/pages/worker/check/index')
    outbox.forget(shown.id)
  }
  const label = shown.endpoint === 'register' ? '去看看' : '知道了'
  return <Notice id="letter" kind="stop" text={`${nameOf(shown)}没成：${why}`} action={{ label, onClick: mend }} />
}
