import Taro from '@tarojs/taro'
import { createStore } from 'zustand/vanilla'
import { keep, kept } from '../cache'

interface TextSize {
  /** 大字版, as it was chosen on this phone. */
  readonly isLarge: boolean
  /** The size that this phone's WeChat is set to; its standard is 16 or 17. */
  readonly phonePx: number
  choose(isLarge: boolean): void
  /** Looks again how the phone is set: it may have changed while we were away. */
  readPhone(): void
}

const KEPT_AS = 'large-text'
const STANDARD_PX = 16
const LARGER_PX = 19
const LARGE_PX = 22

/** How large this phone's owner wants her text. */
export const textSizeStore = createStore<TextSize>((set) => ({
  isLarge: kept<boolean>(KEPT_AS) ?? false,
  phonePx: STANDARD_PX,
  choose(isLarge) {
    keep(KEPT_AS, isLarge)
    set({ isLarge })
  },
  readPhone() {
    set({ phonePx: phoneTextPx() })
  },
}))

/** The class that a page carries: our own switch, or what the phone is set to. */
export function textClass({ isLarge, phonePx }: Pick<TextSize, 'isLarge' | 'phonePx'>): string {
  if (isLarge || phonePx >= LARGE_PX) return 'text-large'
  return phonePx >= LARGER_PX ? 'text-larger' : ''
}

/** Only WeChat tells, and not before 2.20 of its library. */
function phoneTextPx(): number {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('getAppBaseInfo')) return STANDARD_PX
  // Taro's types do not know this answer of WeChat's yet.
  const info: object = Taro.getAppBaseInfo()
  const px = 'fontSizeSetting' in info ? info.fontSizeSetting : null
  return typeof px === 'number' ? px : STANDARD_PX
}
