import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { lookAgain } from '../redemptions.store'

/** Often enough that 已领取 shows while the member still holds her phone at the counter. */
const LOOK_EVERY_MS = 3_000

/** While the page is looked at and the reward waits: was it handed over meanwhile? */
export function useLooking(redemptionId: string, isWaiting: boolean): void {
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
  })
  useDidHide(() => {
    setVisible(false)
  })
  useEffect(() => {
    if (!visible || !isWaiting) return
    const timer = setInterval(() => lookAgain(redemptionId), LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [redemptionId, isWaiting, visible])
}
