/**
 * A text as it is meant, whatever it is written like: full width, traditional characters, spaces
 * and dots between the characters, spellings that are to hide a word.
 */

/** One part between commas; `sentenceNo` says which parts belong together. */
export interface Part {
  readonly text: string
  readonly sentenceNo: number
}

/** Of the traditional characters, those that words of sharing and giving are written with. */
const traditional =
  '轉转發发羣群請请禮礼獎奖領领積积贊赞讚赞幫帮個个鄰邻無无關关須须點点擊击開开紅红獲获購购買买' +
  '單单雙双後后纔才鎖锁滿满減减換换贈赠會会員员與与費费機机隨随圖图給给傳传盤盘張张帶带還还過过' +
  '優优們们曬晒擴扩薦荐親亲區区兩两進进歡欢錢钱價价兌兑賺赚贏赢驚惊勵励訪访問问覽览廣广攢攒' +
  '纍累條条來来裡里裏里覺觉將将將将這这時时連连結结復复見见閱阅註注冊册圏圈種种員员節节齊齐夠够'

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: traditional.length / 2 }, (_, place) => [
    traditional.charAt(place * 2),
    traditional.charAt(place * 2 + 1),
  ]),
)

/** Spellings in place of a word, and the commonest typing mistake. */
const spellings: readonly (readonly [spelling: RegExp, word: string])[] = [
  [/pyq|[盆碰]友圈|票圈|朋友quan/g, '朋友圈'],
  [/fen享|分xiang|fenxiang|分亨/g, '分享'],
  [/zhuan发|转fa|zhuanfa|专发/g, '转发'],
  [/wx|vx|微心|薇信/g, '微信'],
  [/优惠卷/g, '优惠券'],
  [/[你妳]/g, '您'],
]

/** The parts of a text, in their order. */
export function partsOf(text: string): readonly Part[] {
  const sentences = plain(text)
    .split(/[。!?;\n\r]+/)
    .filter(Boolean)
  return glued(
    sentences.flatMap((sentence, sentenceNo) =>
      sentence
        .split(/[,:]+/)
        .filter(Boolean)
        .map((part) => ({ text: part, sentenceNo })),
    ),
  ).map((part) => ({ ...part, text: spelled(part.text) }))
}

/** Everything that neither says nor parts anything is left out, also between characters. */
function plain(text: string): string {
  const even = text.normalize('NFKC').toLowerCase()
  const known = Array.from(even, (sign) => simplified.get(sign) ?? sign).join('')
  return known.replace(/[^\p{Script=Han}\p{L}\p{N}。!?;\n\r,:%]/gu, '')
}

function spelled(text: string): string {
  return spellings.reduce((so, [spelling, word]) => so.replace(spelling, word), text)
}

/** A part of one character was cut off to hide a word: it belongs to the next one. */
function glued(parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = []
  let held = ''
  for (const [place, { text, sentenceNo }] of parts.entries()) {
    const isCutOff = /^\p{Script=Han}$/u.test(text)
    if (isCutOff && place < parts.length - 1) {
      held += text
      continue
    }
    whole.push({ text: held + text, sentenceNo })
    held = ''
  }
  return whole
}
