/** Of the people registered here, how many could have it: figures alone, a page of them a call. */
import { useEffect, useRef } from 'react'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import type { Scope } from '../../../domain/kernel/roles'
import { Button, Card, Notice } from '../../ui'
import { SplitBar } from '../../ui/split-bar'
import { claims } from '../parts/claims-api'
import { DeedNotice } from '../parts/deed-notice'
import { type Far, useSteps } from '../parts/use-steps'

type Props = { readonly details: ProgrammeDetails; readonly scope: Scope; readonly name: string }

type Sums = { readonly yes: number; readonly no: number; readonly unknown: number; readonly next?: string | undefined }

const none: Sums = { yes: 0, no: 0, unknown: 0 }
const allOf = ({ yes, no, unknown }: Sums): number => yes + no + unknown

export function CountRegistered({ details, scope, name }: Props) {
  const { far, isBusy, error, run } = useSteps<Sums>()
  /** Nobody looks any more: what is being asked is the last. */
  const isGone = useRef(false)
  useEffect(
    () => () => {
      isGone.current = true
    },
    [],
  )
  const step = async (_: string, before: Far<Sums> | undefined): Promise<Far<Sums>> => {
    const sums = before?.answer ?? none
    const cursor = sums.next === undefined ? {} : { cursor: sums.next }
    const page = await claims.countRegistered({ scope, details, ...cursor })
    const answer = {
      yes: sums.yes + page.yes,
      no: sums.no + page.no,
      unknown: sums.unknown + page.unknown,
      next: page.next,
    }
    return { answer, done: allOf(answer), of: 0, isOver: page.next === undefined || isGone.current }
  }
  const count = () => void run(step)
  const isOver = far?.isOver ?? false
  return (
    <Card id="count" title={`在${name}登记了的人`}>
      {!far && '只数人数，看不到是谁。按登记时说的算，要本人答的算“还要问”。'}
      {far && <Sum sums={far.answer} isOver={isOver} />}
      <DeedNotice deed={{ error }} again={count} />
      {!isOver && !error && <Button id="count-them" kind="s" label="数一数" busy={isBusy} onClick={count} />}
    </Card>
  )
}

const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 10_000) / 100)

function Sum({ sums, isOver }: { readonly sums: Sums; readonly isOver: boolean }) {
  const all = allOf(sums)
  const { yes, no, unknown } = sums
  const parts = [
    { id: 'yes', look: 'full', word: '能领', figure: `${yes} 人`, share: share(yes, all) },
    { id: 'unknown', look: 'striped', word: '还要问', figure: `${unknown} 人`, share: share(unknown, all) },
    { id: 'no', look: 'empty', word: '领不了', figure: `${no} 人`, share: share(no, all) },
  ] as const
  return (
    <>
      <SplitBar id="counted" label={`数了 ${all} 人`} parts={parts} />
      <Notice
        id="counted-all"
        kind={isOver ? 'ok' : 'wait'}
        text={isOver ? `数完了，一共 ${all} 人。` : `数了 ${all} 人，还在数。`}
      />
    </>
  )
}
