/** One condition: which fact, what it must be, when, in whose words, and where that is written. */
import { useState } from 'react'
import { onOf } from '../../../domain/kernel/time'
import { factNames, factRow } from '../../../domain/rules'
import { Field, Notice, PickRow } from '../../ui'
import type { Mistakes } from './answers'
import { LinePage, leave, useLine } from './line-page'
import { noRule, put, type RuleItem, without } from './lists'
import { Must, When } from './must'
import { readRule, sayRule } from './rule-words'
import { SourceFields } from './source'
import { openLine } from './use-draft'

const facts = factNames.map((value) => ({ value, text: factRow(value).label }))

/** The questions of a source are named after where they stand. */
const fieldOf = (question: string): string =>
  ({ documentId: 'rule-document', article: 'rule-article' })[question] ?? question

/** The condition of this page, what of it is wrong, and the ways to change it. */
const useRule = () => {
  const { name, at, or, lists, giveLists } = useLine()
  const { rules, documents } = lists
  const line = rules[at]
  const only = documents.length === 1 ? documents[0]?.documentId : undefined
  const item = line?.anyOf[or] ?? { ...noRule, documentId: only ?? '' }
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const answer = (next: Partial<RuleItem>) => {
    const anyOf = put(line?.anyOf ?? [], or, { ...item, ...next })
    giveLists({ rules: put(rules, at, { anyOf }) })
    setMistakes({})
  }
  const drop = () => {
    const anyOf = without(line?.anyOf ?? [], or)
    giveLists({ rules: anyOf.length > 0 ? put(rules, at, { anyOf }) : without(rules, at) })
  }
  const done = () => {
    const read = readRule(item)
    if ('rule' in read) return leave()
    setMistakes(read.mistakes)
  }
  const write = () => openLine('document', name, documents.length)
  return { isOther: or > 0, documents, item, mistakes, answer, drop, done, write }
}

export default function RulePage() {
  const { isOther, documents, item, mistakes, answer, drop, done, write } = useRule()
  /** Another fact is tested otherwise: what was chosen for the old one means nothing to it. */
  const choose = (fact: string) => answer({ fact, how: '', values: [], amount: '', day: '' })
  const { documentId: document, article } = mistakes
  return (
    <LinePage
      title={isOther ? '或者' : '一条条件'}
      drop="不要这一条"
      mistakes={mistakes}
      fieldOf={fieldOf}
      onDone={done}
      onDrop={drop}
    >
      <PickRow id="fact" label="看哪一项" options={facts} value={item.fact} error={mistakes.fact} onChange={choose} />
      <Must key={item.fact} item={item} mistakes={mistakes} answer={answer} />
      {item.fact !== '' && (
        <>
          <When item={item} mistakes={mistakes} answer={answer} />
          <Words item={item} mistakes={mistakes} answer={answer} />
          <SourceFields
            id="rule"
            documents={documents}
            documentId={item.documentId}
            article={item.article}
            mistakes={{ ...(document ? { document } : {}), ...(article ? { article } : {}) }}
            onDocument={(documentId) => answer({ documentId })}
            onArticle={(next) => answer({ article: next })}
            onWrite={write}
          />
        </>
      )}
    </LinePage>
  )
}

type Asks = Pick<ReturnType<typeof useRule>, 'item' | 'mistakes' | 'answer'>

/** The sentence as it will be read, and another one in its place. */
function Words({ item, mistakes, answer }: Asks) {
  const isWhole = 'rule' in readRule(item)
  return (
    <>
      {isWhole && <Notice id="sentence" kind="info" text={`工人看到：${sayRule(item, onOf(new Date()))}`} />}
      <Field
        id="says"
        label="换个说法"
        hint="上面那句说得清楚，就空着"
        kind="text"
        value={item.says}
        error={mistakes.says}
        onChange={(says) => answer({ says })}
      />
    </>
  )
}
