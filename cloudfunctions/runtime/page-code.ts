/** 小程序码: the code that opens one page of the mini-program, for posters. */
import { openInterfaces } from './database'

interface CodeInterfaces {
  wxacode: {
    getUnlimited(options: {
      scene: string
      page: string
      width: number
      checkPath: boolean
    }): Promise<{ buffer?: unknown }>
  }
}

/** Sharp where a poster shows it; WeChat makes none smaller than 280. */
const WIDTH_PX = 430

/**
 * A picture of the code of a page with up to 32 visible characters of scene; null when WeChat did
 * not make it. It is no database call, and WeChat sets no bound to how many. The function lists
 * `wxacode.getUnlimited` in its config.json. A page that is not released yet has a code as well.
 */
export async function pageCode(page: string, scene: string): Promise<Buffer | null> {
  // Parse edge: the SDK types its open interfaces as anything; this is the reference's answer.
  const { wxacode } = openInterfaces as CodeInterfaces
  try {
    const asked = { scene, page, width: WIDTH_PX, checkPath: false }
    const { buffer } = await wxacode.getUnlimited(asked)
    return Buffer.isBuffer(buffer) ? buffer : null
  } catch {
    return null
  }
}
