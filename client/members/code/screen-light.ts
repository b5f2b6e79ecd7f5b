import Taro from '@tarojs/taro'

/** WeChat's sign for "as the system has it", in case the old value could not be read. */
const SYSTEM_BRIGHTNESS = -1

let before: number | null = null

/** A scanner at the till reads a bright screen; the browser has no such door. */
export async function brighten(): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp' || before !== null) return
  before = SYSTEM_BRIGHTNESS
  const { value } = await Taro.getScreenBrightness({}).catch(() => ({ value: SYSTEM_BRIGHTNESS }))
  if (before === null) return
  before = value
  Taro.setScreenBrightness({ value: 1 })
  Taro.setKeepScreenOn({ keepScreenOn: true })
}

/** Gives the screen back as it was, when the page is hidden or left. */
export function dim(): void {
  if (process.env.TARO_ENV !== 'weapp' || before === null) return
  Taro.setScreenBrightness({ value: before })
  Taro.setKeepScreenOn({ keepScreenOn: false })
  before = null
}
