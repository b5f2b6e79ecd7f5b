import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { pendingStore } from '../../session/pending.store'

const TRY_AGAIN_MS = 10_000

/** Sends what waits whenever the page comes up, the network comes back, or a while has passed. */
export function useFlushing(): void {
  const [flushing] = useState(createFlushing)
  useDidShow(flushing.start)
  useDidHide(flushing.stop)
  useUnload(flushing.stop)
}

function createFlushing(): { start(): void; stop(): void } {
  let timer: ReturnType<typeof setInterval> | undefined
  const onNetwork = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) flushWaiting()
  }
  const stop = () => {
    clearInterval(timer)
    Taro.offNetworkStatusChange(onNetwork)
  }
  const start = () => {
    stop()
    flushWaiting()
    timer = setInterval(flushWaiting, TRY_AGAIN_MS)
    Taro.onNetworkStatusChange(onNetwork)
  }
  return { start, stop }
}

function flushWaiting(): void {
  const { purchases, flush } = pendingStore.getState()
  if (purchases.some(({ refused }) => refused === null)) flush()
}
