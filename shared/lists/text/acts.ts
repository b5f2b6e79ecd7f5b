/** Words that do something: 同上, 加, 减, 改成; and whether goods follow them. */
import { amountAt } from './amounts'
import { mentionIn } from './goods'
import { lettersAt } from './letters'
import { endOf } from './matching'
import type { Around, FoundSense, Reading } from './token'
import * as words from './vocabulary'

export function sameAt(key: string, from: number, { gap, before }: Around): FoundSense | null {
  const isFree = (to: number) => /^(?:$|[\s,;。!~(+]|取消|已|备注)/.test(key.slice(to, to + 3))
  const to = endOf(words.same, key, from)
  if (to !== null && isFree(to)) return { kind: 'same', number: null, from, to }
  words.sameNumber.lastIndex = from
  const numbered = words.sameNumber.exec(key)
  const end = from + (numbered?.[0].length ?? 0)
  const isName = gap === 'glued' && before === undefined
  if (!numbered || !isFree(end) || isName) return null
  return { kind: 'same', number: Number(numbered[1]), from, to: end }
}

/** 加, 减, 改成 and the like mean something only with goods or a number behind them. */
export function actAt(reading: Reading, from: number): FoundSense | null {
  const { text, end } = reading
  const followed = (to: number) => goodsFollow(reading, to)
  const acts = [
    ['drop', words.drop],
    ['change', words.change],
    ['more', words.more],
    ['less', words.less],
  ] as const
  for (const [kind, pattern] of acts) {
    const to = endOf(pattern, text.key, from)
    if (to !== null && to <= end && followed(to)) return { kind, from, to }
  }
  const to = endOf(words.filler, text.key, from)
  return to !== null && followed(to) ? { kind: 'filler', from, to } : null
}

function goodsFollow({ text, goods, end }: Reading, from: number): boolean {
  let place = from
  while (/[\s:,]/.test(text.key[place] ?? '')) place += 1
  if (place >= end) return false
  const next = text.key.slice(place, place + 2)
  if (/^(?:各|一样|[+×x*]\s*\d)/.test(next)) return true
  const amount = amountAt(text.key, place)
  if (amount && (!amount.value.isBareChinese || amount.value.unit !== null)) {
    return endOf(words.moment, text.key, place) === null
  }
  return (
    amount !== null ||
    mentionIn(goods.root, text.key, [place, end]) !== null ||
    lettersAt(goods, text.key, place) !== null
  )
}
