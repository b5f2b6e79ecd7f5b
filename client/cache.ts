import Taro from '@tarojs/taro'
import { phone } from './launch'

/** Raised when the shape of what is kept changes: older data is then not read. */
const SHAPE = 10

interface Kept<T> {
  shape: number
  value: T
}

/** Keeps what this phone last saw, so that the next start shows it at once. */
export function keep<T>(name: string, value: T): void {
  const kept: Kept<T> = { shape: SHAPE, value }
  // A full storage costs the next start its head start and nothing else.
  try {
    Taro.setStorageSync(keyOf(name), kept)
  } catch {}
}

export function kept<T>(name: string): T | null {
  const found = Taro.getStorageSync<Kept<T> | ''>(keyOf(name))
  return found && found.shape === SHAPE ? found.value : null
}

/** In H5 several phones share one browser's storage. */
function keyOf(name: string): string {
  return `huilin:${phone}:${name}`
}
