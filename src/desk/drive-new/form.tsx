/** The four pages of a drive, one after the other; a mistake the cloud finds leads back to its page. */
import { useState } from 'react'
import type { Scope } from '../../../domain/kernel/roles'
import { onOf } from '../../../domain/kernel/time'
import type { DriveDetails } from '../../../domain/wish/drive'
import { wishes } from '../../cloud/apis'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'
import { BottomBar, Button, ErrorSummary, Steps } from '../../ui'
import type { Numbers } from '../drive/numbers'
import { DeedNotice } from '../parts/deed-notice'
import { goBack } from '../parts/routes'
import { type Answers, answersOf, blank, type Mistakes, mistakesIn, mistakesOn, pageOf, pages, read } from './answers'
import { How, What, When, Who } from './fields'
import { Stations } from './stations'

type Props = {
  readonly scope: Scope
  readonly numbers?: Numbers
  readonly onDone: (driveId: string) => void
}

const screens = [When, Who, What, How]

export function DriveForm({ scope, numbers, onDone }: Props) {
  const deed = useDeed()
  const [answers, setAnswers] = useState<Answers>(() => (numbers ? answersOf(numbers) : blank(onOf(new Date()))))
  const [page, setPage] = useState(0)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const isLast = page === pages.length - 1
  const answer = (next: Partial<Answers>) => {
    setAnswers({ ...answers, ...next })
    setMistakes({})
  }
  const send = (details: DriveDetails) =>
    deed.run(
      async (requestId) => {
        try {
          const { drive } = numbers
            ? await wishes.actDrive({
                id: numbers.drive.id,
                version: numbers.drive.version,
                requestId,
                action: 'change',
                form: details,
              })
            : await wishes.publishDrive({ requestId, scope, details })
          onDone(drive.id)
        } catch (failure) {
          const found = mistakesIn(toAppError(failure).detail.fields ?? {}, answers)
          setMistakes(found)
          if (Object.keys(found).length > 0) setPage(pageOf(found))
          throw failure
        }
      },
      [scope, details],
    )
  const goOn = () => {
    const found = read(answers)
    const wrong = 'mistakes' in found ? found.mistakes : {}
    const here = isLast ? wrong : mistakesOn(page, wrong)
    setMistakes(here)
    if (Object.keys(here).length > 0) return setPage(isLast ? pageOf(here) : page)
    if (!isLast) return setPage(page + 1)
    if ('details' in found) void send(found.details)
  }
  const Page = screens[page] ?? When
  const asks = { answers, mistakes, answer }
  const items = Object.entries(mistakesOn(page, mistakes)).map(([fieldId, text]) => ({ text, fieldId }))
  return (
    <>
      <Steps now={page + 1} of={pages.length} />
      <DeedNotice deed={deed} again={goOn} />
      {items.length > 0 && <ErrorSummary items={items} />}
      <Page key={page} {...asks} />
      {isLast && (
        <Stations
          scope={scope}
          known={numbers?.drive.stations ?? []}
          value={answers.stationIds}
          error={mistakes.stationIds}
          onChange={(stationIds) => answer({ stationIds })}
        />
      )}
      <BottomBar>
        <Button
          id="before"
          kind="q"
          label={page === 0 ? '不办了' : '上一步'}
          onClick={() => (page === 0 ? goBack('drive') : setPage(page - 1))}
        />
        <Button
          id="go-on"
          kind="p"
          label={isLast ? (numbers ? '改好了，换上' : '发布') : '下一步'}
          busy={deed.isBusy}
          onClick={goOn}
        />
      </BottomBar>
    </>
  )
}
