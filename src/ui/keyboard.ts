/** Whether somebody is typing, told by the fields to the bottom bar: no bar may lie over what is being typed. */
import { useEffect, useState } from 'react'

/** The tap that ends the typing still lands where it was aimed: the bar comes back a moment after it. */
const BACK_AFTER_MS = 250

const watchers = new Set<(isTyping: boolean) => void>()
let comingBack: ReturnType<typeof setTimeout> | undefined

const tell = (isTyping: boolean): void => {
  for (const watch of watchers) watch(isTyping)
}

export const tellTyping = (isTyping: boolean): void => {
  clearTimeout(comingBack)
  if (isTyping) tell(true)
  else comingBack = setTimeout(() => tell(false), BACK_AFTER_MS)
}

export const useIsTyping = (): boolean => {
  const [isTyping, setTyping] = useState(false)
  useEffect(() => {
    watchers.add(setTyping)
    return () => {
      watchers.delete(setTyping)
    }
  }, [])
  return isTyping
}
