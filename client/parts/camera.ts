import Taro from '@tarojs/taro'

/**
 * Reads a code with the camera; null when staff turned back. Only the camera: a picture from
 * the album could be a screenshot that somebody sent.
 */
export const scanWithCamera: () => Promise<string | null> =
  process.env.TARO_ENV === 'weapp' ? viaCamera : viaNothing

export const hasCamera = process.env.TARO_ENV === 'weapp'

async function viaCamera(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode', 'barCode'],
    })
    return result
  } catch {
    return null
  }
}

/** A browser has no scanner of ours: there a code is typed, pasted, or pointed at. */
async function viaNothing(): Promise<string | null> {
  return null
}
