/** One made-up person: what the programme says to them, rule by rule, how much, and what is known of them. */
import { useState } from 'react'
import { type Amount, quantityAsked } from '../../../domain/claim/amount'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import type { RuleAnswer } from '../../../domain/claim/views'
import { yuan } from '../../../domain/kernel/money'
import { type FactName, factRow } from '../../../domain/rules'
import { Card, Row, RuleRow, StatusTag } from '../../ui'
import type { claims } from '../parts/claims-api'
import { factsAsked, sayFact } from './asked-facts'
import { CountSheet, FactSheet } from './fact-sheet'
import type { Sample } from './people'

export type Said = Awaited<ReturnType<typeof claims.tryRules>>['people'][number]

const verdicts = {
  yes: { state: 'ok', text: '能领' },
  no: { state: 'stop', text: '领不了' },
  unknown: { state: 'wait', text: '还要问他' },
} as const

/** In the words of whoever looks at somebody else. */
const fromWords = ({ from, why, verdict }: RuleAnswer): string =>
  verdict === 'yes' ? from : [why, from].filter(Boolean).join(' · ')

export function Result({ said }: { readonly said: Said }) {
  const { state, text } = verdicts[said.verdict]
  return (
    <Card id="result" title={said.name}>
      <StatusTag state={state} text={text} />
      {said.amountFen !== undefined && said.verdict !== 'no' && (
        <Row id="amount" title="能领多少" value={yuan(said.amountFen)} />
      )}
      {said.rules.length === 0 && '没有条件，谁都能领。'}
      {said.rules.map((rule) => (
        <RuleRow
          key={`${rule.text}-${rule.source?.article ?? ''}`}
          verdict={rule.verdict}
          text={rule.text}
          from={fromWords(rule)}
          {...(rule.source ? { source: `${rule.source.title}${rule.source.article}` } : {})}
        />
      ))}
    </Card>
  )
}

type Props = {
  readonly details: ProgrammeDetails
  readonly person: Sample
  readonly onChange: (person: Sample) => void
}

const countWords = (amount: Amount | undefined): string | undefined => (amount ? quantityAsked(amount) : undefined)

export function About({ details, person, onChange }: Props) {
  const [asking, setAsking] = useState<FactName>()
  const [isCounting, setCounting] = useState(false)
  const facts = factsAsked(details.rules)
  const counted = countWords(details.amount)
  const now = new Date()
  return (
    <>
      <Card id="about" title="他的情况，点一下就能改">
        {facts.length === 0 && !counted && '条件里什么都没问。'}
        {facts.map((fact) => (
          <Row
            key={fact}
            id={`fact-${fact}`}
            title={factRow(fact).label}
            value={sayFact(fact, person.facts[fact], now)}
            go="改"
            onClick={() => setAsking(fact)}
          />
        ))}
        {counted && (
          <Row id="quantity" title={counted} value={person.quantity} go="改" onClick={() => setCounting(true)} />
        )}
      </Card>
      {counted && isCounting && (
        <CountSheet
          label={counted}
          value={person.quantity}
          onClose={() => setCounting(false)}
          onAnswer={(quantity) => {
            setCounting(false)
            onChange({ ...person, quantity })
          }}
        />
      )}
      {asking && (
        <FactSheet
          fact={asking}
          value={person.facts[asking]}
          onClose={() => setAsking(undefined)}
          onAnswer={(value) => {
            setAsking(undefined)
            onChange({ ...person, facts: { ...person.facts, [asking]: value } })
          }}
        />
      )}
    </>
  )
}
