import { encode } from 'uqr'
import type { OutboxEntry } from '../../localcloud/openapi/outbox'
import { make, part } from './element'
import { type Letter, letterOf } from './outbox-letter'
import { personOf } from './people'
import { shanghaiText } from './shanghai'

const LOOK_MS = 2_000
const MOST_SHOWN = 30

/**
 * Lists what functions asked of WeChat, the newest first; a message that arrived also shows on
 * the phone of whom it is for.
 */
export function startOutbox(deliver: (openid: string, card: HTMLElement) => void): void {
  const panel = part(document, '.outbox')
  const list = part(panel, '.outbox-list')
  let after = 0
  let isFirst = true
  const look = async () => {
    const response = await fetch(`/outbox?after=${after}`).catch(() => null)
    if (!response?.ok) return
    const { entries }: { entries: readonly OutboxEntry[] } = await response.json()
    for (const entry of entries) {
      after = entry.id
      const letter = letterOf(entry)
      list.prepend(make('li', {}, letterCard(letter, entry)))
      const arrived = letter.kind === 'message' && letter.refusal === undefined
      // What had come before the page was opened is no news.
      if (arrived && entry.openid && !isFirst) deliver(entry.openid, noticeCard(letter))
    }
    while (list.children.length > MOST_SHOWN) list.lastElementChild?.remove()
    isFirst = false
    panel.classList.toggle('is-empty', list.children.length === 0)
  }
  look()
  setInterval(look, LOOK_MS)
}

/** As it hangs in the list: to whom, from which function, whether WeChat took it. */
function letterCard(letter: Letter, entry: OutboxEntry): HTMLElement {
  const { kind, title, rows, codeText, refusal } = letter
  const to = entry.openid ? (personOf(entry.openid)?.name ?? entry.openid) : ''
  const moment = shanghaiText(new Date(entry.at).getTime()).slice(5, 16)
  const about = [moment, ...(entry.from ? [entry.from.function] : []), ...(to ? [`→ ${to}`] : [])]
  const card = make(
    'article',
    `letter ${kind}`,
    make('header', {}, make('b', { text: title, title: entry.api }), stateMark(letter)),
    make('p', { className: 'letter-about', text: about.join(' · ') }),
    fieldsTable(rows),
  )
  if (codeText !== undefined) card.append(codePicture(codeText))
  if (refusal !== undefined) card.append(make('p', { className: 'letter-refusal', text: refusal }))
  if (entry.from) {
    const href = `operator#/log/${encodeURIComponent(entry.from.requestId)}`
    card.append(make('a', { text: '看这次调用', attributes: { href } }))
  }
  return card
}

function stateMark({ kind, refusal }: Letter): HTMLElement {
  const good = kind === 'message' ? '已送达' : '成功'
  const className = refusal === undefined ? 'letter-state' : 'letter-state refused'
  return make('span', { className, text: refusal === undefined ? good : '失败' })
}

/** As WeChat shows it on the phone: 服务通知. */
function noticeCard({ title, rows }: Letter): HTMLElement {
  return make(
    'article',
    'notice-card',
    make('header', {}, make('i'), '服务通知', make('time', { text: '现在' })),
    make('b', { text: title }),
    fieldsTable(rows.slice(0, 4)),
  )
}

function fieldsTable(rows: Letter['rows']): HTMLElement {
  const cells = rows.flatMap(([name, value]) => [
    make('dt', { text: name }),
    make('dd', { text: value }),
  ])
  return make('dl', {}, ...cells)
}

const SVG = 'http://www.w3.org/2000/svg'

/** The same squares as in the picture that the function was answered. */
function codePicture(text: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`)
  picture.setAttribute('class', 'letter-code')
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-label', `小程序码：${text}`)
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', squares.join(''))
  picture.append(path)
  return picture
}
