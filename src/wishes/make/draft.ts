/** One wish being written on this phone, shared by its short screens: a new one, or one of those already made. */
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import * as v from 'valibot'
import type { AppError } from '../../../domain/kernel/errors'
import { isDetailOf, isKind } from '../../../domain/wish/kinds'
import { Story, WishWords } from '../../../domain/wish/words'
import type { Draft } from '../../cloud/drafts'
import { openPage } from '../../cloud/go'
import { draftOf } from '../../cloud/phone-storage'

/** `sizes` are those the drive offers of the kind, in one text; empty, all of them. */
export const blank = { driveId: '', kind: '', sizes: '', detail: '', story: '', version: '' }
export type WishAnswers = typeof blank
export type Mistakes = Partial<Record<'kind' | 'detail' | 'story', string>>

const APART = '|'
export const textOfSizes = (sizes: readonly string[] = []): string => sizes.join(APART)
export const sizesIn = ({ sizes }: WishAnswers): string[] => sizes.split(APART).filter(Boolean)

const NEW_WISH = 'wish'
/** What is written anew of a made wish lies beside a new one, not over it. */
const nameOf = (wishId: string): string => (wishId ? `${NEW_WISH}-${wishId}` : NEW_WISH)

export const wishDraft = (wishId: string): Draft<WishAnswers> => draftOf(nameOf(wishId), blank)

export const hasDetail = ({ kind, detail }: WishAnswers): boolean => isKind(kind) && isDetailOf(kind, detail)

export const storyMistake = (story: string): string | undefined => {
  const parsed = v.safeParse(Story, story)
  return parsed.success ? undefined : parsed.issues[0].message
}

/** The words as the cloud takes them, or what is missing, each at its question. */
export const readWords = ({ kind, detail, story }: WishAnswers) => {
  const parsed = v.safeParse(WishWords, { kind, detail, story })
  if (parsed.success) return { ok: true, words: parsed.output } as const
  const mistakes: Mistakes = {}
  if (!isKind(kind)) mistakes.kind = '想要什么，选一个'
  else if (!isDetailOf(kind, detail)) mistakes.detail = '尺码或年级，选一个'
  const about = storyMistake(story)
  if (about) mistakes.story = about
  return { ok: false, mistakes } as const
}

const lastOf = (path: string): string => path.split('.').pop() ?? ''

/** What the cloud refused, at its question. */
export const refusedIn = (error: AppError | undefined): Mistakes =>
  Object.fromEntries(Object.entries(error?.detail.fields ?? {}).map(([path, words]) => [lastOf(path), words]))

/** `path` of the next screen, e.g. `size`; reached by 改, a screen goes back to the check page instead. */
export const useWishDraft = () => {
  const { params } = useRouter()
  const { wish = '', mend, drive = '' } = params
  const draft = useMemo(() => wishDraft(wish), [wish])
  const [answers, setAnswers] = useState(draft.read)
  useDidShow(() => setAnswers(draft.read()))
  const urlOf = (screen: string, isMending: boolean): string => {
    const query = [wish && `wish=${wish}`, isMending && 'mend=1'].filter(Boolean).join('&')
    return `/wishes/make/${screen}${query ? `?${query}` : ''}`
  }
  const isMending = mend === '1'
  return {
    wishId: wish,
    driveId: drive,
    draft,
    answers,
    give: (next: Partial<WishAnswers>) => setAnswers(draft.keep(next)),
    mendUrl: (screen: string) => urlOf(screen, true),
    isMending,
    goOn: (screen: string) => (isMending ? void Taro.navigateBack() : openPage(urlOf(screen, false))),
    /** Another kind needs another size: asked in this screen's place. */
    goSizeInstead: () => void Taro.redirectTo({ url: urlOf('size', true) }),
    nextLabel: isMending ? '改好了' : '下一步',
  }
}
