/** Keeps the programme in the cloud: a new draft, a draft again, or the next edition of one that is open. */
import { useRef } from 'react'
import type { ProgrammeDetails } from '../../../domain/claim/programme'
import type { DeskProgrammeWhole } from '../../../domain/claim/views-desk'
import type { Scope } from '../../../domain/kernel/roles'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'
import type { Draft } from '../../cloud/drafts'
import { claims } from '../parts/claims-api'
import { goBack, replaceBy } from '../parts/routes'
import type { Answers, Mistakes } from './answers'
import { mistakesIn } from './details'

type Given = {
  readonly draft: Draft<Answers>
  readonly scope: Scope
  readonly programme: DeskProgrammeWhole | undefined
  readonly onRefused: (mistakes: Mistakes) => void
}

export const useSending = ({ draft, scope, programme, onRefused }: Given) => {
  const deed = useDeed()
  const last = useRef<readonly [details: ProgrammeDetails, why: string | undefined]>()
  const isNextEdition = programme?.row.can.includes('amend') ?? false
  const send = (details: ProgrammeDetails, why?: string) => {
    last.current = [details, why]
    const seen = programme && { id: programme.row.id, version: Number(draft.read().version) }
    const asks = { scope, details, ...(seen ? { programme: seen } : {}), ...(why === undefined ? {} : { why }) }
    void deed.run(async (requestId) => {
      try {
        const { programme: saved } = await claims.saveProgramme({ requestId, ...asks })
        draft.clear()
        if (programme) goBack('programme')
        else replaceBy('programme', { id: saved.row.id })
      } catch (failure) {
        onRefused(mistakesIn(toAppError(failure).detail.fields ?? {}))
        throw failure
      }
    }, asks)
  }
  return {
    deed,
    isNextEdition,
    label: isNextEdition ? '改成新的一版' : '存上',
    send,
    again: () => {
      if (last.current) send(...last.current)
    },
  }
}
