/** The shape of what is coming, shown only when it takes a moment, and words when it takes long. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from './aria'
import './skeleton.css'

const SHAPE_AFTER_MS = 300
const WORDS_AFTER_MS = 5000

export function Skeleton() {
  const [stage, setStage] = useState<'nothing' | 'shape' | 'words'>('nothing')
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('shape'), SHAPE_AFTER_MS),
      setTimeout(() => setStage('words'), WORDS_AFTER_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (stage === 'nothing') return null
  return (
    <View className="nh-bones" {...aria({ label: '正在找', isLive: true })}>
      {stage === 'words' && <View className="nh-bones__words">信号不太好，还在找</View>}
      {['first', 'second'].map((part) => (
        <View key={part} className="nh-bones__card">
          <View className="nh-bones__line nh-bones__line--short" />
          <View className="nh-bones__line" />
          <View className="nh-bones__line" />
        </View>
      ))}
    </View>
  )
}
