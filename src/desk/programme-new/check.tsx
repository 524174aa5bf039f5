/** The programme once more before it is kept: each row leads to the part where it is written. */
import { Card, ErrorSummary, Row } from '../../ui'
import { programmeRows } from '../parts/programme-words'
import type { Answers, Mistakes } from './answers'
import { read } from './details'
import { listsOf } from './lists'
import { idOf, inOrder, mistakesOn, type PartName, partOf, parts } from './parts'

type Props = {
  readonly answers: Answers
  /** What the cloud had to say. */
  readonly refused: Mistakes
  readonly onMend: (part: PartName) => void
}

export function Check({ answers, refused, onMend }: Props) {
  const found = read(answers)
  const mistakes: Mistakes = { ...('mistakes' in found ? found.mistakes : {}), ...refused }
  const items = inOrder(mistakes).map(([question, text]) => ({ text, fieldId: idOf(question) }))
  return (
    <>
      {items.length > 0 && <ErrorSummary items={items} />}
      {'details' in found ? (
        <Whole answers={answers} details={found.details} mistakes={mistakes} onMend={onMend} />
      ) : (
        <Unfinished mistakes={mistakes} onMend={onMend} />
      )}
    </>
  )
}

const firstOn = (part: PartName, mistakes: Mistakes): string | undefined => Object.values(mistakesOn(part, mistakes))[0]

type WholeProps = Pick<Props, 'answers' | 'onMend'> & {
  readonly details: Parameters<typeof programmeRows>[0]
  readonly mistakes: Mistakes
}

function Whole({ answers, details, mistakes, onMend }: WholeProps) {
  const titles = Object.fromEntries(listsOf(answers).excludes.map(({ programmeId, title }) => [programmeId, title]))
  return (
    <Card>
      {programmeRows(details, new Date(), titles).map(({ id, title, value, note }) => {
        const part = partOf(id)
        return (
          <Row
            key={id}
            id={`row-${id}`}
            title={title}
            value={value}
            note={note}
            error={mistakes[id]}
            go="改"
            onClick={() => part && onMend(part)}
          />
        )
      })}
    </Card>
  )
}

/** Not whole yet: which part has something to mend, and what. */
function Unfinished({ mistakes, onMend }: { readonly mistakes: Mistakes; readonly onMend: (part: PartName) => void }) {
  return (
    <Card>
      {parts.map(({ id, title }) => {
        const wrong = firstOn(id, mistakes)
        return (
          <Row
            key={id}
            id={`row-${id}`}
            title={title}
            value={wrong ? '' : '写好了'}
            error={wrong}
            go="改"
            onClick={() => onMend(id)}
          />
        )
      })}
    </Card>
  )
}
