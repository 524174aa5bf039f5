/** The site code by hand, for a poster that cannot be scanned. */
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { readPrintedCode, sceneOf } from '../../../../domain/kernel/scene'
import { useOnline } from '../../../cloud/letters'
import { pageOf } from '../../../cloud/scene-in'
import { BottomBar, Button, ErrorSummary, Field, Screen } from '../../../ui'

const FIELD = 'site-code'
const LENGTH = 13

/** Says how many signs are missing, since a swapped one can only be found by looking again. */
const mistakeIn = (typed: string): string => {
  const { length } = typed.replace(/[\s.-]/g, '')
  if (length === 0) return '编号还没填'
  return length === LENGTH ? '有一位不对，照着码下面再看一遍' : `编号是 ${LENGTH} 位，您输了 ${length} 位`
}

const sceneTyped = (typed: string): string | undefined => {
  try {
    return sceneOf(readPrintedCode(typed))
  } catch {
    return undefined
  }
}

export default function CodePage() {
  const isOnline = useOnline()
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const go = () => {
    const scene = sceneTyped(typed)
    if (scene) void Taro.redirectTo({ url: pageOf(scene) })
    else setMistake(mistakeIn(typed))
  }
  const type = (next: string) => {
    setTyped(next)
    setMistake(undefined)
  }
  return (
    <Screen
      title="输编号"
      online={isOnline}
      bottom={
        <BottomBar>
          <Button id="go" kind="p" label="看看是哪里" onClick={go} />
        </BottomBar>
      }
    >
      {mistake && <ErrorSummary items={[{ text: mistake, fieldId: FIELD }]} />}
      <Field
        id={FIELD}
        label="码下面的编号"
        hint="13 位字母和数字，空格不用输"
        kind="code"
        value={typed}
        error={mistake}
        onChange={type}
      />
    </Screen>
  )
}
