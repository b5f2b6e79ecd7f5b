import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { countText } from '../../format'
import './balance.scss'

/** Few steps: each of them is sent to the page. */
const STEPS = 10
const STEP_MS = 60

/** The balance. What came since it was last seen flies into it and is counted up, once. */
export function Balance({ points }: { points: number }): ReactNode {
  const { counted, gained } = useCounted(points)
  return (
    <View className="balance">
      <Text className="hero-figure figures home-balance">{countText(counted)}</Text>
      {gained > 0 && (
        <>
          <View key={`flying-${points}`} className="balance-flying figures" aria-hidden>
            {`+${countText(gained)}`}
          </View>
          <View className="balance-gained figures">{`比上次多 ${countText(gained)}`}</View>
        </>
      )}
    </View>
  )
}

function useCounted(points: number): { counted: number; gained: number } {
  const last = useRef(points)
  const [counted, setCounted] = useState(points)
  const [gained, setGained] = useState(0)
  useEffect(() => {
    const from = last.current
    last.current = points
    if (points === from) return
    if (points < from) {
      setCounted(points)
      setGained(0)
      return
    }
    setGained(points - from)
    let step = 0
    const timer = setInterval(() => {
      step += 1
      setCounted(from + Math.floor(((points - from) * step) / STEPS))
      if (step >= STEPS) clearInterval(timer)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [points])
  return { counted, gained }
}
