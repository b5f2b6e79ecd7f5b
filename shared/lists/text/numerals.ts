/** Numbers as people type them: digits, and Chinese numerals up to thousands. */

const digits = '零一二三四五六七八九'
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
/** "Two or three": no number at all. */
const roughly = /^(?:[一二]两|两三|三[四五]|四五|五六|六七|七八|八九)$/

export const NUMERALS = '零〇一二两三四五六七八九十百千'

/** Null when it is none, as 五一 or 一百二 are. */
export function numberOf(written: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(written)) return Number(written)
  return /^[零〇一二两三四五六七八九十百千]+$/.test(written) ? chineseNumber(written) : null
}

function chineseNumber(written: string): number | null {
  let sum = 0
  let digit: number | null = null
  let below = 10_000
  for (const letter of written.replaceAll('两', '二').replaceAll('〇', '零')) {
    const power = powers[letter]
    if (power === undefined) {
      if (digit !== null && digit !== 0) return null
      digit = digits.indexOf(letter)
    } else {
      // 十 alone stands for 一十, but only in front.
      if (power >= below || digit === 0 || (digit === null && (power !== 10 || sum > 0)))
        return null
      sum += (digit ?? 1) * power
      below = power
      digit = null
    }
  }
  if (digit === null || digit === 0) return digit === 0 && written.length > 1 ? null : sum
  // 一百二 may be 102 or 120.
  const isUnclear = below > 10 && below < 10_000 && !/[零〇]/.test(written)
  return isUnclear ? null : sum + digit
}

export function isRough(written: string): boolean {
  return roughly.test(written)
}

/**
 * Whether a number that is glued to a name could be cut elsewhere: 小钟12箱 may be 小钟1 with two,
 * 李四十份 李四 with ten; 小钟10箱 is clear.
 */
export function canBeCut(written: string): boolean {
  for (let place = 1; place < written.length; place += 1) {
    const before = written[place - 1] ?? ''
    const rest = written.slice(place)
    if (/^\d+$/.test(written) && rest[0] !== '0') return true
    const isName = /[一二三四五六七八九]/.test(before)
    if (isName && numberOf(rest) !== null) return true
  }
  return false
}
