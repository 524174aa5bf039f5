/** The parts that are lists: the papers, the conditions, the pictures; each line is written on a page of its own. */
import { onOf } from '../../../domain/kernel/time'
import { Button, Card, Row } from '../../ui'
import { sayPaperDay } from '../parts/programme-words'
import { open } from '../parts/routes'
import type { Asks } from './fields-gift'
import { listsOf, type RuleItem } from './lists'
import { idOf } from './parts'
import { sayRule } from './rule-words'
import { openLine } from './use-draft'

const mostWays = 6

export function Documents({ name, answers, mistakes }: Asks) {
  const { documents } = listsOf(answers)
  const add = () => openLine('document', name, documents.length)
  return (
    <>
      <Card id="documents" title="钱和条件，出自哪份文件">
        {documents.length === 0 && '写上文件，才能开始领。没有出处的，不发。'}
        {documents.map(({ documentId, title, number, issuer, issuedOn }, at) => (
          <Row
            key={documentId}
            id={idOf(`documents.${at}`)}
            title={title || '还没写名字'}
            note={[issuer, number, sayPaperDay(issuedOn)].filter(Boolean).join(' · ')}
            error={mistakes[`documents.${at}`]}
            go="改"
            onClick={() => openLine('document', name, at)}
          />
        ))}
      </Card>
      <Button id="add-document" kind="s" label="加一份文件" onClick={add} />
    </>
  )
}

const sourceOf = ({ documentId, article }: RuleItem, titles: ReadonlyMap<string, string>): string =>
  documentId ? `《${titles.get(documentId) ?? '没有这份文件了'}》${article}` : '还没写出处'

export function Rules({ name, answers, mistakes }: Asks) {
  const { rules, documents } = listsOf(answers)
  const titles = new Map(documents.map(({ documentId, title }) => [documentId, title]))
  const today = onOf(new Date())
  return (
    <>
      {rules.length === 0 && (
        <Card id="rules" title="什么人能领">
          {'一条条件都没有，在这里登记的谁都能领。'}
        </Card>
      )}
      {rules.map(({ anyOf }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place in the list
        <Card key={at} title={anyOf.length > 1 ? `第 ${at + 1} 条，其中一样就行` : `第 ${at + 1} 条`}>
          {anyOf.map((item, or) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: and so is each of its ways
              key={or}
              id={idOf(`rules.${at}.${or}`)}
              title={or > 0 ? `或者：${sayRule(item, today)}` : sayRule(item, today)}
              note={sourceOf(item, titles)}
              error={mistakes[`rules.${at}.${or}`]}
              go="改"
              onClick={() => openLine('rule', name, at, or)}
            />
          ))}
          {anyOf.length < mostWays && (
            <Button
              id={`or-${at}`}
              kind="t"
              label="或者，另一样也行"
              onClick={() => openLine('rule', name, at, anyOf.length)}
            />
          )}
        </Card>
      ))}
      <Button id="add-rule" kind="s" label="加一条条件" onClick={() => openLine('rule', name, rules.length)} />
      {rules.length > 0 && (
        <Button id="try" kind="q" label="找几个人试一试" onClick={() => open('programme-try', { draft: name })} />
      )}
    </>
  )
}

export function Pictures({ name, answers, mistakes }: Asks) {
  const { evidence } = listsOf(answers)
  return (
    <>
      <Card id="evidence" title="领的时候，要拍什么">
        {evidence.length === 0 && '不要照片的话，直接下一步。少要一样，工人少跑一趟。'}
        {evidence.map(({ evidenceId, label, hint, atLeast, atMost }, at) => (
          <Row
            key={evidenceId}
            id={idOf(`evidence.${at}`)}
            title={label || '还没写'}
            value={atLeast === atMost ? `${atMost} 张` : `${atLeast} 到 ${atMost} 张`}
            note={hint}
            error={mistakes[`evidence.${at}`]}
            go="改"
            onClick={() => openLine('picture', name, at)}
          />
        ))}
      </Card>
      <Button id="add-picture" kind="s" label="加一样照片" onClick={() => openLine('picture', name, evidence.length)} />
    </>
  )
}
