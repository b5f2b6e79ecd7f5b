import { shortYuan } from '../format'
import { nearText } from '../parts/list-time'
import { itemText } from '../parts/list-words'
import type { ListShown, ShownItem } from './list.store'

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
/** A camera reads it from an arm's length. */
const CODE_SIZE = 180

export interface Posted {
  readonly list: ListShown
  readonly now: number
  /** The code that opens it; null: where it is found is said instead. */
  readonly code: CanvasImageSource | null
}

/** Draws what it is, what it costs, until when and where: read at a glance, from a wall. */
export function drawPoster(at: Surface, { list, now, code }: Posted): void {
  at.textBaseline = 'alphabetic'
  at.textAlign = 'left'
  box(at, colours.paper, [0, 0, POSTER_WIDTH, POSTER_HEIGHT])
  box(at, colours.brand, [0, 0, POSTER_WIDTH, 16])
  write(at, list.communityName ?? list.ownerName, { size: 26, color: colours.soft, y: 84 })
  const titleEnds = writeLines(at, list.title, { size: 48, color: colours.ink, y: 152, most: 2 })
  const goodsEnd = drawGoods(at, list, titleEnds + 28)
  drawFoot(at, { list, now, code }, Math.max(goodsEnd + 40, 640))
}

function drawGoods(at: Surface, { items }: ListShown, top: number): number {
  const shown = items.slice(0, MOST_GOODS)
  const height = shown.length * 64 + 32
  box(at, colours.card, [LEFT, top, POSTER_WIDTH - 2 * LEFT, height])
  shown.forEach((item, place) => {
    const y = top + 60 + place * 64
    const name = cut(at, itemText(item), { size: 28, most: 240 })
    write(at, name, { size: 28, color: colours.ink, y, x: LEFT + 24 })
    drawPrices(at, item, y)
  })
  return top + height
}

/** A wall is read by everybody: a price for members alone says so, above what all others pay. */
function drawPrices(at: Surface, { unit, priceFen, memberPriceFen }: ShownItem, y: number): void {
  const priceOf = (fen: number) => `¥${shortYuan(fen)}${unit === 'jin' ? '/斤' : ''}`
  const x = POSTER_WIDTH - LEFT - 24
  at.textAlign = 'right'
  if (memberPriceFen === null) {
    write(at, priceOf(priceFen), { size: 32, color: colours.brand, y, x })
  } else {
    write(at, `会员 ${priceOf(memberPriceFen)}`, { size: 30, color: colours.brand, y: y - 8, x })
    write(at, `非会员 ${priceOf(priceFen)}`, { size: 20, color: colours.soft, y: y + 18, x })
  }
  at.textAlign = 'left'
}

function drawFoot(at: Surface, { list, now, code }: Posted, y: number): void {
  const { entryCount, cutOffAt, pickupPoints } = list
  const most = POSTER_WIDTH - 2 * LEFT - (code ? CODE_SIZE + 24 : 0)
  const line = (text: string, words: { size: number; color: string; y: number }) =>
    write(at, cut(at, text, { size: words.size, most }), words)
  line(`${nearText(cutOffAt, now)} 截单`, { size: 30, color: colours.ink, y })
  line(`${entryCount} 人已接龙`, { size: 26, color: colours.brand, y: y + 44 })
  const where = pickupPoints.map(({ name }) => name).join('、')
  line(`自提：${where}`, { size: 26, color: colours.soft, y: y + 86 })
  box(at, colours.line, [LEFT, y + 110, most, 2])
  const how = code ? '扫码就能接龙' : '点开群里的接龙卡片，或在小程序「接龙」里找到它'
  line(how, { size: 22, color: colours.soft, y: y + 150 })
  if (!code) return
  const [x, top] = [POSTER_WIDTH - LEFT - CODE_SIZE, y - 28]
  box(at, colours.card, [x - 8, top - 8, CODE_SIZE + 16, CODE_SIZE + 16])
  at.drawImage(code, x, top, CODE_SIZE, CODE_SIZE)
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
