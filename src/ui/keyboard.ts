/** Whether the phone's keyboard stands over the foot of the page, told by the fields to the bottom bar. */
import { useEffect, useState } from 'react'

const watchers = new Set<(isUp: boolean) => void>()

export const tellKeyboard = (height: number): void => {
  for (const watch of watchers) watch(height > 0)
}

export const useKeyboardUp = (): boolean => {
  const [isUp, setUp] = useState(false)
  useEffect(() => {
    watchers.add(setUp)
    return () => {
      watchers.delete(setUp)
    }
  }, [])
  return isUp
}
