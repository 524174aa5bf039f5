/** What a reviewer decides by: what is marked, each rule with its verdict and source, the money, the facts and where they come from. */
import { View } from '@tarojs/components'
import { gifts } from '../../../domain/claim/benefits'
import type { RuleAnswer } from '../../../domain/claim/views'
import type { DeskClaimWhole } from '../../../domain/claim/views-desk'
import { Card, Icon, Row, RuleRow } from '../../ui'
import './facts.css'

type Shown = { readonly claim: DeskClaimWhole }

export function Marks({ claim: { marks } }: Shown) {
  if (marks.length === 0) return null
  return (
    <Card id="marks" title="先看这里">
      {marks.map(({ kind, text }) => (
        <View key={`${kind}-${text}`} className="desk-mark">
          <Icon name="mend" tone="stop" size={22} isDisc />
          <View className="desk-mark__words">{text}</View>
        </View>
      ))}
    </Card>
  )
}

/** What fails comes first: it decides. */
const weight = { no: 0, unknown: 1, yes: 2 } as const

const sourceOf = ({ source }: RuleAnswer): string | undefined => source && `${source.title}${source.article}`

const summed = (rules: readonly RuleAnswer[]): string => {
  const count = (verdict: RuleAnswer['verdict']) => rules.filter((rule) => rule.verdict === verdict).length
  const [no, unknown] = [count('no'), count('unknown')]
  if (no + unknown === 0) return `${rules.length} 条规定都过了`
  return [no > 0 ? `${no} 条不行` : '', unknown > 0 ? `${unknown} 条不清楚` : '', `${count('yes')} 条可以`]
    .filter(Boolean)
    .join('，')
}

export function Rules({ claim: { rules, edition } }: Shown) {
  if (rules.length === 0) return null
  const sorted = [...rules].sort((a, b) => weight[a.verdict] - weight[b.verdict])
  return (
    <Card id="rules" title={summed(rules)}>
      {sorted.map((rule) => {
        const source = sourceOf(rule)
        return (
          <RuleRow
            key={rule.text}
            verdict={rule.verdict}
            text={rule.text}
            from={[rule.why, rule.from].filter(Boolean).join(' · ')}
            {...(source ? { source } : {})}
          />
        )
      })}
      <View className="desk-edition">{`按交的时候的第 ${edition} 版规定`}</View>
    </Card>
  )
}

export function Money({ claim: { gives, amountWords, amountFrom, maskedAccount, bank } }: Shown) {
  return (
    <Card id="money" title={`给多少，${gifts[gives].label}`}>
      <Row id="amount" title="怎么算" value={amountWords} note={amountFrom} />
      {maskedAccount && <Row id="account" title="打到哪" value={maskedAccount} note={bank} />}
    </Card>
  )
}

export function Facts({ claim: { facts, maskedNumber } }: Shown) {
  if (facts.length === 0 && !maskedNumber) return null
  return (
    <Card id="facts" title="凭什么">
      {maskedNumber && <Row id="number" title="证件号" value={maskedNumber} />}
      {facts.map(({ label, value, from }, at) => (
        <Row key={label} id={`fact-${at}`} title={label} value={value} note={from} />
      ))}
    </Card>
  )
}
