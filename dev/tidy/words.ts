import type { Finding, House, Rule } from './house'

/** The glossary; in the last column of its table the words in backticks are never said. */
export const WORDS_PAGE = 'docs/words.md'

interface Forbidden {
  readonly word: string
  /** What is said instead: the first column of its row. */
  readonly instead: string
  readonly pattern: RegExp
}

/** One name for one thing: what ships and what readers read say none of the forbidden words. */
export const words: Rule = (house) => {
  const glossary = house.pages[WORDS_PAGE]
  if (glossary === undefined) return []
  const forbidden = forbiddenIn(glossary)
  const kept = keptIn(glossary)
  return textsOf(house).flatMap(([path, text]) => problemsIn(path, without(kept, text), forbidden))
}

/** Names that still have to be changed, one a line of the list: `- `name`: why`. */
export function keptIn(glossary: string): string[] {
  return [...glossary.matchAll(/^- `(\w+)`/gm)].flatMap(([, name]) => name ?? [])
}

function without(kept: readonly string[], text: string): string {
  return kept.reduce((left, name) => left.replace(new RegExp(`\\b${name}\\b`, 'g'), ''), text)
}

function textsOf({ files, pages }: House): [path: string, text: string][] {
  const shipped = files.filter(({ path, isTest }) => !isTest && !/^(dev|config)\//.test(path))
  const read = Object.entries(pages).filter(([path]) => path !== WORDS_PAGE)
  return [...shipped.map(({ path, text }): [string, string] => [path, text]), ...read]
}

/** The forbidden words of a table whose rows are `| term | 中文 | meaning | not said |`. */
export function forbiddenIn(glossary: string): Forbidden[] {
  const rows = glossary.split('\n').filter((line) => line.startsWith('|'))
  return rows.flatMap((row) => {
    const cells = row.split('|').map((cell) => cell.trim())
    const [instead = '', notSaid = ''] = [cells[1], cells[4]]
    return [...notSaid.matchAll(/`([^`]+)`/g)].map(([, word = '']) => {
      return { word, instead, pattern: patternOf(word) }
    })
  })
}

/** Also as a part of a name: `clerkName`, `CLERK_NAME`. A word like `validTo` as it stands. */
function patternOf(word: string): RegExp {
  if (/[^\x20-\x7e]/.test(word)) return new RegExp(word)
  if (/[A-Z]/.test(word)) return new RegExp(`\\b${word}\\b`)
  return new RegExp(`(?<![a-z])${word}s?(?![a-z])`)
}

function problemsIn(path: string, text: string, forbidden: readonly Forbidden[]): Finding[] {
  return text.split('\n').flatMap((line, place) => {
    const apart = line.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
    return forbidden
      .filter(({ word, pattern }) => pattern.test(/[A-Z]/.test(word) ? line : apart))
      .map(({ word, instead }): Finding => {
        const sentence = `"${word}" is not said here: ${instead} (${WORDS_PAGE})`
        return { path, line: place + 1, rule: 'words', sentence }
      })
  })
}
