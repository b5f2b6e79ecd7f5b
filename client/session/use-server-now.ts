import { useEffect, useState } from 'react'
import { serverNow } from '../clock'

/** The server's time, told again every `everyMs`: for rings, countdowns and days left. */
export function useServerNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
