/**
 * A pasted text as it is compared: one writing for each letter (full-width, traditional, capital),
 * nothing hidden, while every letter remembers where it stood, so that names come out as typed.
 */

export interface Folded {
  readonly raw: string
  readonly key: string
  /** For each letter of the key, and for its end, where it stands in the raw text. */
  readonly at: readonly number[]
}

/** Pairs of a letter and what is read instead. */
const pairs =
  '××✕×✖×╳×✗×⨯×＊*∗*➕+﹢+➖-–-—-―-─-−-‐-‑-﹣-〜~∼~﹑、｡。【[】]〖[〗]［[］]｛{｝}「"」"『"』"“"”"' +
  '蘋苹雞鸡魚鱼蝦虾麵面飯饭餅饼湯汤葉叶薑姜蔥葱蘿萝蔔卜絲丝醬酱鮮鲜凍冻豬猪鴨鸭鵝鹅個个箇个兩两雙双條条隻只' +
  '罐罐塊块樣样備备註注轉转錢钱來来買买訂订還还紅红黃黄綠绿藍蓝長长號号單单樓楼門门開开關关間间時时點点龍龙' +
  '減减樣样種种與与變变換换組组張张顆颗粒粒條条壹一貳二贰二參三叁三肆四伍五陸六陆六柒七捌八玖九拾十佰百廣广' +
  '棗枣橘橘櫻樱萬万無无請请謝谢煩烦後后週周給给'

const sameLetters = new Map<string, string>()
const paired = [...pairs]
for (let place = 0; place + 1 < paired.length; place += 2) {
  sameLetters.set(paired[place] ?? '', paired[place + 1] ?? '')
}

const hidden = /^(?:\p{C}|[\ufe00-\ufe0f])$/u
const lineBreak = /^[\n\v\f\u0085]$/
const FULL_WIDTH_OFFSET = 0xfee0

export function fold(raw: string): Folded {
  const at: number[] = []
  let key = ''
  let place = 0
  for (const letter of raw) {
    const read = readAs(letter, raw[place + 1])
    for (let unit = 0; unit < read.length; unit += 1) at.push(place)
    key += read
    place += letter.length
  }
  at.push(raw.length)
  return { raw, key, at }
}

function readAs(letter: string, next: string | undefined): string {
  if (letter >= '!' && letter <= '~') return letter.toLowerCase()
  if (letter === '\r') return next === '\n' ? '' : '\n'
  if (lineBreak.test(letter)) return '\n'
  if (letter === '\t' || /^\p{Z}$/u.test(letter)) return ' '
  if (hidden.test(letter)) return ''
  const known = sameLetters.get(letter)
  if (known !== undefined) return known
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0xff01 && code <= 0xff5e) {
    return String.fromCharCode(code - FULL_WIDTH_OFFSET).toLowerCase()
  }
  return /^\p{Nd}$/u.test(letter) ? letter.normalize('NFKC') : letter
}

/** What stood there, without hidden letters: fit for a name or a remark. */
export function shownOf({ raw, at }: Folded, from: number, to: number): string {
  return shown(raw.slice(at[from], at[to]))
}

/** What stands between two letters of the key, as `to-text.ts` quotes it. */
export function quotedOf({ raw, at }: Folded, open: number, close: number): string {
  const from = at[open]
  return from === undefined ? '' : shown(raw.slice(from + 1, at[close])).replaceAll('〕〕', '〕')
}

/** Only the joiner that makes one emoji of several is kept, as names may have it. */
export function shown(raw: string): string {
  return raw
    .trim()
    .replace(/[\n\r\t\v\f\u0085]+/g, ' ')
    .replace(/[^\P{C}\u200d]/gu, '')
    .trim()
}

/** The same name, however it is written: what names are compared by. */
export function nameKey(name: string): string {
  return fold(name).key.replace(/\s+/g, '')
}
