import { shortYuan } from '../format'
import { nearText } from '../parts/list-time'
import { itemText } from '../parts/list-words'
import type { ListShown } from './list.store'

/** Of the drawing, in points of its own; the phone scales it. */
export const POSTER_WIDTH = 600
export const POSTER_HEIGHT = 860

/** What of a drawing surface is used: WeChat's and the browser's are the same here. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  'fillRect' | 'fillText' | 'measureText' | 'beginPath' | 'arc' | 'fill' | 'drawImage'
> & {
  fillStyle: CanvasRenderingContext2D['fillStyle']
  font: string
  textAlign: CanvasTextAlign
  textBaseline: CanvasTextBaseline
}

/** A poster is seen on paper and on other phones: its colours are the light ones, always. */
const colours = {
  ...{ paper: '#fbf7f2', ink: '#221e1a', soft: '#6b635b', brand: '#c8401c', card: '#ffffff' },
  line: '#ede6dc',
}
const LEFT = 48
const MOST_GOODS = 5

/** Draws what it is, what it costs, until when and where: read at a glance, from a wall. */
export function drawPoster(at: Surface, list: ListShown, now: number): void {
  at.textBaseline = 'alphabetic'
  at.textAlign = 'left'
  box(at, colours.paper, [0, 0, POSTER_WIDTH, POSTER_HEIGHT])
  box(at, colours.brand, [0, 0, POSTER_WIDTH, 16])
  write(at, list.communityName ?? list.ownerName, { size: 26, color: colours.soft, y: 84 })
  const titleEnds = writeLines(at, list.title, { size: 48, color: colours.ink, y: 152, most: 2 })
  const goodsEnd = drawGoods(at, list, titleEnds + 28)
  drawFoot(at, list, { now, y: Math.max(goodsEnd + 40, 640) })
}

function drawGoods(at: Surface, { items }: ListShown, top: number): number {
  const shown = items.slice(0, MOST_GOODS)
  const height = shown.length * 64 + 32
  box(at, colours.card, [LEFT, top, POSTER_WIDTH - 2 * LEFT, height])
  shown.forEach((item, place) => {
    const y = top + 60 + place * 64
    const name = cut(at, itemText(item), { size: 28, most: 300 })
    write(at, name, { size: 28, color: colours.ink, y, x: LEFT + 24 })
    const unit = item.unit === 'jin' ? '/斤' : ''
    const price = `¥${shortYuan(item.memberPriceFen ?? item.priceFen)}${unit}`
    at.textAlign = 'right'
    write(at, price, { size: 32, color: colours.brand, y, x: POSTER_WIDTH - LEFT - 24 })
    at.textAlign = 'left'
  })
  return top + height
}

function drawFoot(at: Surface, list: ListShown, { now, y }: { now: number; y: number }): void {
  const { entryCount, cutOffAt, pickupPoints } = list
  const until = `${nearText(cutOffAt, now)} 截单 · ${entryCount} 人已接龙`
  write(at, until, { size: 30, color: colours.ink, y })
  const where = pickupPoints.map(({ name }) => name).join('、')
  const place = cut(at, `自提：${where}`, { size: 26, most: POSTER_WIDTH - 2 * LEFT })
  write(at, place, { size: 26, color: colours.soft, y: y + 46 })
  box(at, colours.line, [LEFT, y + 76, POSTER_WIDTH - 2 * LEFT, 2])
  write(at, '点开群里的接龙卡片，或在小程序「接龙」里找到它', {
    ...{ size: 22, color: colours.soft, y: y + 122 },
  })
}

function box(at: Surface, color: string, [x, y, w, h]: [number, number, number, number]): void {
  at.fillStyle = color
  at.fillRect(x, y, w, h)
}

interface Words {
  readonly size: number
  readonly color: string
  readonly y: number
  readonly x?: number
}

function write(at: Surface, text: string, { size, color, y, x = LEFT }: Words): void {
  at.fillStyle = color
  at.font = fontOf(size)
  at.fillText(text, x, y)
}

/** Wrapped letter by letter, as Chinese is; answers where the last line stands. */
function writeLines(at: Surface, text: string, words: Words & { most: number }): number {
  at.font = fontOf(words.size)
  const lines = wrapped(text, {
    isTooWide: (line) => at.measureText(line).width > POSTER_WIDTH - 2 * LEFT,
    most: words.most,
  })
  lines.forEach((line, place) => {
    write(at, line, { ...words, y: words.y + place * words.size * 1.35 })
  })
  return words.y + (lines.length - 1) * words.size * 1.35
}

function cut(at: Surface, text: string, { size, most }: { size: number; most: number }): string {
  at.font = fontOf(size)
  const [line = ''] = wrapped(text, {
    isTooWide: (shown) => at.measureText(shown).width > most,
    most: 1,
  })
  return line
}

function fontOf(size: number): string {
  return `600 ${size}px "PingFang SC", "Noto Sans CJK SC", sans-serif`
}

/** Lines that are not too wide; what does not fit into the last one ends in dots. */
export function wrapped(
  text: string,
  { isTooWide, most }: { isTooWide(line: string): boolean; most: number },
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const letter of [...text]) {
    if (isTooWide(line + letter)) {
      if (lines.length === most - 1) return [...lines, `${line.slice(0, -1)}…`]
      lines.push(line)
      line = ''
    }
    line += letter
  }
  return [...lines, line]
}
