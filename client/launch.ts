import Taro from '@tarojs/taro'

/**
 * Who holds this phone, in H5: `?as=<openid>`, before the hash or behind it. Read once at boot,
 * since the router rewrites the address later. On WeChat the platform knows: always empty.
 */
export const phone = process.env.TARO_ENV === 'h5' ? phoneIn(window.location.href) : ''

export function phoneIn(href: string): string {
  return /[?&]as=([\w-]{1,64})/.exec(href)?.[1] ?? ''
}

/** The poster's code that this phone was opened with; WeChat hands it over percent-encoded. */
export function launchScene(): string | undefined {
  const { scene } = Taro.getLaunchOptionsSync().query ?? {}
  return typeof scene === 'string' && scene !== '' ? decodeURIComponent(scene) : undefined
}
