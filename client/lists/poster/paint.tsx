import { Canvas as WechatCanvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { createElement, type ReactNode } from 'react'
import { serverNow } from '../../clock'
import type { ListShown } from '../list.store'
import { drawPoster, POSTER_HEIGHT, POSTER_WIDTH, type Surface } from '../poster-drawing'

const ID = 'list-poster'
/** Sharp on any phone, and printable. */
const SCALE = 2

const isBrowser = process.env.TARO_ENV === 'h5'

/** Chosen between two whole surfaces: Taro's own for the browser draws by another interface. */
export function Canvas(): ReactNode {
  if (isBrowser) return createElement('canvas', { id: ID, className: 'poster-canvas' })
  return <WechatCanvas type="2d" id={ID} canvasId={ID} className="poster-canvas" />
}

interface Drawable {
  width: number
  height: number
  getContext(kind: '2d'): (Surface & { scale(x: number, y: number): void }) | null
  toDataURL?(type: string): string
  /** WeChat's surface makes its own pictures. */
  createImage?(): HTMLImageElement
}

let surface: Drawable | null = null

/** Draws it with the code that opens it (a PNG in base64), or without one. */
export async function paint(list: ListShown, code64: string | null): Promise<void> {
  surface = await findSurface()
  const context = surface?.getContext('2d')
  if (!surface || !context) throw new Error('there is nothing to draw on')
  const code = code64 === null ? null : await pictureOf(surface, code64)
  surface.width = POSTER_WIDTH * SCALE
  surface.height = POSTER_HEIGHT * SCALE
  context.scale(SCALE, SCALE)
  drawPoster(context, { list, now: serverNow(), code })
}

/** Null when it cannot be read: the poster does without. */
function pictureOf(on: Drawable, base64: string): Promise<HTMLImageElement | null> {
  const picture = on.createImage?.() ?? new Image()
  return new Promise((resolve) => {
    picture.onload = () => resolve(picture)
    picture.onerror = () => resolve(null)
    picture.src = `data:image/png;base64,${base64}`
  })
}

function findSurface(): Promise<Drawable | null> {
  if (isBrowser) {
    const found = [...document.querySelectorAll<HTMLCanvasElement>(`canvas#${ID}`)].pop()
    return Promise.resolve(found ?? null)
  }
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .node((found) => resolve(isDrawable(found?.node) ? found.node : null))
      .exec()
  })
}

function isDrawable(node: unknown): node is Drawable {
  return typeof node === 'object' && node !== null && 'getContext' in node
}

/** What WeChat hands out is what it takes back. */
function isWechatCanvas(drawable: Drawable | null): drawable is Drawable & Taro.Canvas {
  return drawable !== null && !isBrowser
}

/** Saves what was drawn; answers what to say when it did not work. */
export async function savePoster(title: string): Promise<string | null> {
  if (surface === null) return '海报还没有画好，请稍等一下'
  return isBrowser ? download(title) : toAlbum()
}

function download(title: string): string | null {
  const address = surface?.toDataURL?.('image/png')
  if (!address) return '图片没有存下来，请长按保存'
  const link = document.createElement('a')
  link.href = address
  link.download = `${title}.png`
  link.click()
  return null
}

async function toAlbum(): Promise<string | null> {
  if (!isWechatCanvas(surface)) return '图片没有存下来，请再试一次'
  const asked = { canvasId: ID, canvas: surface, fileType: 'png' } as const
  const made = await Taro.canvasToTempFilePath(asked).catch(() => null)
  if (!made) return '图片没有存下来，请再试一次'
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: made.tempFilePath })
    Taro.showToast({ title: '已存到相册', icon: 'success' })
    return null
  } catch {
    return askForAlbum()
  }
}

/** She said no once: WeChat asks again only from its own settings. */
async function askForAlbum(): Promise<string | null> {
  const { authSetting } = await Taro.getSetting()
  if (authSetting['scope.writePhotosAlbum'] !== false) return null
  const { confirm } = await Taro.showModal({
    title: '存不进相册',
    content: '请在设置里允许保存到相册，再回来点一次',
    confirmText: '去设置',
  })
  if (confirm) await Taro.openSetting()
  return null
}
