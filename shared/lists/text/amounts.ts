/** How much is written at one place of a folded text, and what it comes to of an item. */
import type { ListItem } from '../list'
import { countOf, quantityOf } from '../quantity'
import { canBeCut, isRough, NUMERALS, numberOf } from './numerals'
import { COUNTER, containers, weights } from './vocabulary'

export interface Amount {
  readonly value: number
  readonly unit: string | null
  /** `×2`, `2*`: a quantity and nothing else. */
  readonly isTimes: boolean
  /** In Chinese numerals, without a counter: means nothing behind a name. */
  readonly isBareChinese: boolean
  /** Glued to a name it could be cut elsewhere. */
  readonly canBeCut: boolean
  /** Why nobody can tell how much it is. */
  readonly doubt: string | null
}

export interface Found<T> {
  readonly value: T
  readonly to: number
}

const NUMBER = `\\d{1,6}(?:\\.\\d{1,2})?|[${NUMERALS}]+`
const times = new RegExp(`[×x*][ ]*(${NUMBER})(?![a-z])[ ]*(${COUNTER})?`, 'y')
const timesBehind = new RegExp(`(${NUMBER})[ ]*[×x*](?![a-z\\d])`, 'y')
const range = new RegExp(
  `(?:${NUMBER})[ ]*(?:[-~到至/、]|或者?)[ ]*(?:${NUMBER})[ ]*(?:${COUNTER})`,
  'y',
)
const counted = new RegExp(`(${NUMBER})([ ]*)(${COUNTER})(半)?`, 'y')
const halfOf = new RegExp(`半(${COUNTER})`, 'y')
const pairOf = /(俩|仨)/y
const plain = new RegExp(`(${NUMBER})`, 'y')

/** An amount that begins here; null when none does. */
export function amountAt(key: string, from: number): Found<Amount> | null {
  return timesAt(key, from) ?? rangeAt(key, from) ?? countedAt(key, from) ?? plainAt(key, from)
}

function timesAt(key: string, from: number): Found<Amount> | null {
  const before = run(times, key, from)
  const behind = before ? null : run(timesBehind, key, from)
  const found = before ?? behind
  const value = found && numberOf(found[1] ?? '')
  if (!found || value === null) return null
  const unit = found[2] ?? null
  return { value: amount({ value, unit, isTimes: true }), to: from + found[0].length }
}

function rangeAt(key: string, from: number): Found<Amount> | null {
  const found = run(range, key, from)
  if (!found) return null
  const doubt = `「${found[0]}」看不出是多少`
  return { value: amount({ value: 1, doubt }), to: from + found[0].length }
}

function countedAt(key: string, from: number): Found<Amount> | null {
  const half = run(halfOf, key, from)
  if (half)
    return { value: amount({ value: 0.5, unit: half[1] ?? null }), to: from + half[0].length }
  const pair = run(pairOf, key, from)
  if (pair) return { value: amount({ value: pair[0] === '俩' ? 2 : 3, unit: '个' }), to: from + 1 }
  const found = run(counted, key, from)
  if (!found) return null
  const [whole, written = '', , unit = '', more] = found
  const to = from + whole.length
  const value = numberOf(written)
  if (value === null) {
    if (!isRough(written)) return null
    return { value: amount({ value: 1, unit, doubt: `「${whole}」看不出是多少` }), to }
  }
  const isCut = canBeCut(written)
  return { value: amount({ value: value + (more ? 0.5 : 0), unit, canBeCut: isCut }), to }
}

function plainAt(key: string, from: number): Found<Amount> | null {
  const found = run(plain, key, from)
  const written = found?.[1] ?? ''
  const value = numberOf(written)
  const isNumber = /^\d/.test(written)
  if (!found || value === null || (isNumber && written.length > 5)) return null
  const cut = isNumber && canBeCut(written)
  const read = amount({ value, isBareChinese: !isNumber, canBeCut: cut })
  return { value: read, to: from + found[0].length }
}

function amount(known: Partial<Amount> & { value: number }): Amount {
  return { ...plainAmount(known.value), ...known }
}

export function plainAmount(value: number): Amount {
  return { value, unit: null, isTimes: false, isBareChinese: false, canBeCut: false, doubt: null }
}

function run(pattern: RegExp, key: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(key)
}

export type Quantity = { readonly quantity: number } | { readonly doubt: string }

/** What an amount comes to: pieces or jin, or why it is none. */
export function quantityFor(item: ListItem, { value, unit, doubt }: Amount): Quantity {
  if (doubt !== null) return { doubt }
  const written = `${value}${unit ?? ''}`
  if (unit === '两') return { doubt: `「${written}」要确认：是两，还是斤` }
  if (unit === '打') return { doubt: `「${written}」要确认是多少` }
  if (unit === '块' && !inWords(item).includes('块')) {
    return { doubt: `「${written}」看不出是钱还是数量` }
  }
  const ofJin = unit === null ? undefined : weights[unit]
  if (item.unit === 'jin') return ofWeight(item, { value, unit, written })
  if (ofJin !== undefined) return { doubt: `「${item.name}」按件卖，「${written}」看不出是几件` }
  if (unit !== null && isPartOf(item, unit)) {
    return { doubt: `「${written}」看不出是几份「${item.name}」` }
  }
  return wholeOf(item, value, written)
}

function ofWeight(
  item: ListItem,
  { value, unit, written }: { value: number; unit: string | null; written: string },
): Quantity {
  const ofJin = unit === null || unit === '份' ? 1 : weights[unit]
  if (ofJin === undefined) return { doubt: `「${item.name}」按斤卖，「${written}」要问是几斤` }
  return wholeOf(item, Math.round(value * ofJin * 1000) / 1000, written)
}

function wholeOf(item: ListItem, value: number, written: string): Quantity {
  const count = countOf(value, item.unit)
  if (count === null || value > 100_000) {
    const step = item.unit === 'jin' ? '按半斤一档' : '要整数'
    return { doubt: `「${written}」不能接：${step}` }
  }
  return { quantity: quantityOf(count, item.unit) }
}

function inWords({ name, spec }: ListItem): string {
  return `${name} ${spec ?? ''}`
}

/** 12盒 in a box, 30枚 in a tray; or it is sold by the box and somebody writes bags. */
function isPartOf(item: ListItem, unit: string): boolean {
  const words = inWords(item)
  const parts = [...words.matchAll(/(\d+)[ ]*([^\d\s])/g)]
  if (parts.some(([, count, of]) => of === unit && Number(count) > 1)) return true
  const own = containers.split('').filter((one) => words.includes(one))
  return containers.includes(unit) && own.length > 0 && !own.includes(unit)
}
