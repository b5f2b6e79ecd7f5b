/** Lists for the reader of texts, written short: `西瓜/jin`, `苹果 大号`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadText } from '../../shared/contract/list-texts'
import type { ListItem } from '../../shared/lists/list'

/** Items `i1`, `i2` …: name, perhaps a specification behind a blank, perhaps its unit. */
export function textItems(rows: readonly string[]): ListItem[] {
  return rows.map((row, place) => {
    const [words = '', unit] = row.split('/jin')
    const isLabelled = /^[A-Z] /.test(words) || unit !== undefined
    const [name = '', spec = null] = isLabelled ? [words] : words.split(' ')
    const plain = { memberPriceFen: null, stockCount: null, limitCount: null, category: null }
    const sold = unit === undefined ? 'piece' : 'jin'
    return { itemId: `i${place + 1}`, name, spec, priceFen: 1_000, unit: sold, ...plain }
  })
}

interface Corpus {
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** List, text, and what it comes to: `王姐: 1x2 3x0.5 (已付) | ?`, doubts last. */
  readonly texts: readonly (readonly [list: string, text: string, expected: string])[]
}

export function corpusOf(name: 'corpus' | 'held-out'): Corpus {
  const path = join(__dirname, '../../shared/lists/text', `${name}.json`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** What was read, as the corpus writes it. */
export function shortly({ entries, doubts }: ReadText): string {
  const read = entries.map(({ name, lines, remark }) => {
    const goods = lines.map(({ itemId, quantity }) => `${itemId.slice(1)}x${quantity}`)
    return `${name}: ${goods.join(' ')}${remark === null ? '' : ` (${remark})`}`
  })
  return [...read, ...doubts.map(() => '?')].join(' | ')
}
