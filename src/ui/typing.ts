/** Keeps what is being typed on this side: a value that comes back late would throw the cursor to the end. */
import { useEffect, useRef, useState } from 'react'
import { tellKeyboard } from './keyboard'

type Typed = { readonly detail: { readonly value: string } }

/** The owner's value counts at the start and whenever nobody is typing. */
export function useTyping(value: string, onChange: (value: string) => void) {
  const [shown, setShown] = useState(value)
  const isTyping = useRef(false)
  useEffect(() => {
    if (!isTyping.current) setShown(value)
  }, [value])
  const type = (next: string) => {
    setShown(next)
    onChange(next)
  }
  const props = {
    value: shown,
    onFocus: () => {
      isTyping.current = true
    },
    onInput: ({ detail }: Typed) => type(detail.value),
    onBlur: () => {
      isTyping.current = false
      tellKeyboard(0)
    },
    onKeyboardHeightChange: ({ detail }: { detail: { height: number } }) => tellKeyboard(detail.height),
  }
  return { shown, props }
}
