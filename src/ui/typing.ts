/** Keeps what is being typed on this side: a value that comes back late would throw the cursor to the end. */
import { useEffect, useRef, useState } from 'react'
import { tellTyping } from './keyboard'

/** WeChat pushes the page up until the cursor stands so far above the keyboard: with it the whole frame of the field. */
const CLEAR_OF_KEYBOARD_PX = 40

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
      tellTyping(true)
    },
    onInput: ({ detail }: Typed) => type(detail.value),
    onBlur: () => {
      isTyping.current = false
      tellTyping(false)
    },
    onKeyboardHeightChange: ({ detail }: { detail: { height: number } }) => tellTyping(detail.height > 0),
    cursorSpacing: CLEAR_OF_KEYBOARD_PX,
  }
  return { shown, props }
}
