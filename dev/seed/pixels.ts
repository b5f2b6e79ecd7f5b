import type { Page } from 'playwright-core'
import type { Pixels } from '../localcloud/openapi/palette-png'

const CHUNK_BYTES = 32_768

/** Lets the browser decode a picture (an SVG or a PNG, as a data address) into its pixels. */
export async function pixelsOf(page: Page, picture: string): Promise<Pixels> {
  const { width, height, bytes } = await page.evaluate(
    async ([url, chunk]) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')
      if (!context) throw new Error('the browser has no canvas')
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let binary = ''
      for (let at = 0; at < data.length; at += chunk) {
        binary += String.fromCharCode(...data.subarray(at, at + chunk))
      }
      return { width: canvas.width, height: canvas.height, bytes: btoa(binary) }
    },
    [picture, CHUNK_BYTES] as const,
  )
  return { width, height, rgba: Buffer.from(bytes, 'base64') }
}
