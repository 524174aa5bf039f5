/** Where somebody goes on who began a registration on this phone and was called away. */
import { useLetters } from '../../../cloud/letters'
import type { FormAnswers } from './form'
import { useAnswers } from './registration'

type Begun = { readonly siteName: string; readonly url: string }

const screenOf = ({ phone, phoneCode, name, number, homeProvince, residence, stay }: FormAnswers): string => {
  if (phone === '' && phoneCode === '') return 'register'
  if (name === '' || number === '' || homeProvince === '') return 'who'
  if (residence === '' || stay === '') return 'stay'
  return 'check'
}

/** Nothing before they have agreed, and nothing while a registration of theirs is on its way. */
export const useWayBack = (): Begun | undefined => {
  const { answers } = useAnswers()
  const letters = useLetters('worker', 'register')
  const { scene, siteName, consentHash } = answers
  if (scene === '' || consentHash === '' || letters.length > 0) return undefined
  return { siteName, url: `/pages/worker/${screenOf(answers)}/index` }
}
