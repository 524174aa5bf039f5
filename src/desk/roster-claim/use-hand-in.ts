/** What is still written before a roster goes, kept on this phone; its pictures go up first, each once, however often the rest is tried. */
import { useRef, useState } from 'react'
import type { EvidenceAsked } from '../../../domain/claim/programme'
import type { RosterClaim } from '../../../domain/claim/views-desk'
import { useDeed } from '../../cloud/deed'
import { toAppError } from '../../cloud/delivery'
import { draftOf } from '../../cloud/phone-storage'
import { dropPicture, uploadKept } from '../../cloud/upload'
import { claims } from '../parts/claims-api'
import { type Answers, blank, formName, type Mistakes, missingPictures, picturesIn, readCard, refusedIn } from './form'

type Sent = { readonly evidenceId: string; readonly fileIds: string[] }

const useUploads = (evidence: readonly EvidenceAsked[]) => {
  const sent = useRef(new Map<string, string>())
  const fileOf = async (path: string): Promise<string> => {
    const fileId = sent.current.get(path) ?? (await uploadKept(path))
    sent.current.set(path, fileId)
    return fileId
  }
  return async (answers: Answers): Promise<Sent[]> => {
    const all: Sent[] = []
    for (const { evidenceId } of evidence) {
      const fileIds: string[] = []
      for (const { path } of picturesIn(answers)[evidenceId] ?? []) fileIds.push(await fileOf(path))
      if (fileIds.length > 0) all.push({ evidenceId, fileIds })
    }
    return all
  }
}

/** Of a roster sent back the pictures of before stand, but for those taken anew. */
const mistakesIn = (answers: Answers, evidence: readonly EvidenceAsked[], isAgain: boolean): Mistakes => ({
  ...readCard(answers).mistakes,
  ...(isAgain ? {} : missingPictures(evidence, picturesIn(answers))),
  ...(answers.declares ? {} : { declares: '看过，点一下再交' }),
})

export const useHandIn = (
  { id, version, can }: RosterClaim,
  evidence: readonly EvidenceAsked[],
  onDone: () => void,
) => {
  const isAgain = can.includes('mend')
  const [draft] = useState(() => draftOf(formName(id), blank))
  const [answers, setAnswers] = useState(draft.read)
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const deed = useDeed()
  const upload = useUploads(evidence)
  const answer = (next: Partial<Answers>) => {
    setAnswers(draft.keep(next))
    setMistakes({})
  }
  const hand = async (requestId: string, now: Answers): Promise<void> => {
    const { card } = readCard(now)
    if (!card) return
    try {
      const form = { card, evidence: await upload(now), declares: true as const }
      await claims.submitRoster({ requestId, id, version, form })
    } catch (failure) {
      setMistakes(refusedIn(toAppError(failure).detail.fields ?? {}, evidence))
      throw failure
    }
  }
  const send = async () => {
    const now = draft.read()
    const found = mistakesIn(now, evidence, isAgain)
    setMistakes(found)
    if (Object.keys(found).length > 0) return
    const isDone = await deed.run((requestId) => hand(requestId, now), [id, version, now])
    if (!isDone) return
    for (const { path } of Object.values(picturesIn(now)).flat()) dropPicture(path)
    draft.clear()
    onDone()
  }
  return { isAgain, answers, answer, mistakes, deed, send: () => void send() }
}
