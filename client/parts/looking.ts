import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/**
 * Asks again every `everyMs` while the page is looked at and `isWanted`, one question at a time: on
 * a network slower than the interval each answer would else be overtaken by the next question.
 * `look` is one of a store, the same at every drawing.
 */
export function useLooking(look: () => Promise<void>, everyMs: number, isWanted = true): void {
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
  })
  useDidHide(() => {
    setVisible(false)
  })
  useEffect(() => {
    if (!visible || !isWanted) return
    return lookEvery(look, everyMs)
  }, [look, everyMs, isWanted, visible])
}

/** The same outside of a page; answers what ends it. */
export function lookEvery(look: () => Promise<void>, everyMs: number): () => void {
  let awaiting = false
  const timer = setInterval(async () => {
    if (awaiting) return
    awaiting = true
    await look().finally(() => {
      awaiting = false
    })
  }, everyMs)
  return () => clearInterval(timer)
}
