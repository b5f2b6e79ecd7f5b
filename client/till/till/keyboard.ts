import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { amountKeyOf } from '../../parts/amount'
import { tillStore } from '../../session/till.store'

/** In the browser the keys of a keyboard write like ours; a phone has only ours. */
export const useKeyboard: () => void = process.env.TARO_ENV === 'h5' ? useWindowKeys : useNothing

function useWindowKeys(): void {
  const [keys] = useState(createWindowKeys)
  useDidShow(keys.start)
  useDidHide(keys.stop)
  useUnload(keys.stop)
}

function useNothing(): void {}

function createWindowKeys(): { start(): void; stop(): void } {
  const press = (event: KeyboardEvent) => {
    const key = amountKeyOf(event.key)
    if (key && !isTyping(event.target)) tillStore.getState().press(key)
  }
  const stop = () => window.removeEventListener('keydown', press)
  const start = () => {
    stop()
    window.addEventListener('keydown', press)
  }
  return { start, stop }
}

/** Keys that go into a field of their own, e.g. the receipt's number. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement
}
