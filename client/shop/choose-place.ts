import { placeText } from '@shared/shop/shop-facts'
import Taro from '@tarojs/taro'

/** A browser has no map of ours: there the point is typed. */
export const hasMap = process.env.TARO_ENV === 'weapp'

/**
 * The point that she chose on WeChat's own map, as text; null when she turned back or does not let
 * the map open. `app.config.ts` names the interface, as the platform wants it.
 */
export async function choosePlace(): Promise<string | null> {
  try {
    const { latitude, longitude } = await Taro.chooseLocation({})
    return placeText({ latitude: Number(latitude), longitude: Number(longitude) })
  } catch {
    return null
  }
}
