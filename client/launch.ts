import Taro from '@tarojs/taro'

/**
 * Who holds this phone, in H5: `?as=<openid>`, before the hash or behind it. Read once at boot,
 * since the router rewrites the address later. On WeChat the platform knows: always empty.
 */
export const phone = process.env.TARO_ENV === 'h5' ? phoneIn(window.location.href) : ''

/**
 * The group by whose card this phone came in, in H5: `?groupEntry=<opengid>`, read like `as`. On
 * WeChat the platform tells: always empty.
 */
export const groupCard = process.env.TARO_ENV === 'h5' ? groupCardIn(window.location.href) : ''

export function phoneIn(href: string): string {
  return /[?&]as=([\w-]{1,64})/.exec(href)?.[1] ?? ''
}

export function groupCardIn(href: string): string {
  return /[?&]groupEntry=([\w-]{1,64})/.exec(href)?.[1] ?? ''
}

/** The poster's code that this phone was opened with; WeChat hands it over percent-encoded. */
export function launchScene(): string | undefined {
  const { scene } = Taro.getLaunchOptionsSync().query ?? {}
  return typeof scene === 'string' && scene !== '' ? decodeURIComponent(scene) : undefined
}
