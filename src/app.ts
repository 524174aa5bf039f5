/** The app itself: what is still waiting to be sent goes out each time it comes to the front. */
import './old-phones'
import type { PropsWithChildren } from 'react'
import { keepSending } from './cloud/letters'
import { watchForUpdate } from './cloud/update'
import { answerKeys } from './ui/keys'
import './ui/tokens.css'

watchForUpdate()
keepSending()
answerKeys()

export default function App({ children }: PropsWithChildren) {
  return children
}
