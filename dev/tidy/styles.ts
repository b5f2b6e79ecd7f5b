import type { Finding, Rule, SourceFile } from './house'

/** `.chip`, or `.chip.is-chosen`: it is the sheet's own when one of its classes is. */
interface Part {
  readonly classes: readonly string[]
  readonly line: number
}

/**
 * A class belongs to one sheet: the browser's build loads all sheets on one page, so two parts of
 * one name would break each other. Another sheet may style it inside something of its own.
 */
export const styles: Rule = ({ files }) => {
  const sheets = files.filter(({ path }) => /^client\/.*\.scss$/.test(path))
  const owners = new Map<string, string>()
  const isShared = ({ path }: SourceFile) => /^client\/(parts\/|[^/]+$)/.test(path)
  // A shared part owns its name, whoever else took it.
  const inOrder = [...sheets.filter(isShared), ...sheets.filter((sheet) => !isShared(sheet))]
  return inOrder.flatMap((sheet) =>
    partsIn(sheet.text).flatMap(({ classes, line }): Finding[] => {
      const own = classes.find((name) => (owners.get(name) ?? sheet.path) === sheet.path)
      if (own !== undefined) owners.set(own, sheet.path)
      if (own !== undefined) return []
      const [name = ''] = classes
      const sentence = `.${name} belongs to ${owners.get(name)}`
      return [{ path: sheet.path, line, rule: 'styles', sentence }]
    }),
  )
}

/** What a sheet styles by classes alone, at its top and inside of nothing. */
function partsIn(text: string): Part[] {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const code = text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/\/\/[^\n]*/g, blank)
  return selectorsIn(code).flatMap(({ selector, at }) => {
    const line = code.slice(0, at).split('\n').length
    return selector.split(',').flatMap((one): Part[] => {
      const [first = '', ...inside] = one.trim().split(/[\s>+~]+/)
      const classes = [...first.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
      return classes.length > 0 && inside.length === 0 ? [{ classes, line }] : []
    })
  })
}

/** Selectors of the outer rules, also within an at-rule such as `@media`. */
function selectorsIn(code: string): { selector: string; at: number }[] {
  const found: { selector: string; at: number }[] = []
  const open: ('at' | 'rule')[] = []
  let from = 0
  for (const sign of code.matchAll(/[{};]/g)) {
    const selector = code.slice(from, sign.index).trim()
    from = sign.index + 1
    if (sign[0] === '}') open.pop()
    if (sign[0] !== '{') continue
    if (!selector.startsWith('@') && !open.includes('rule')) {
      found.push({ selector, at: sign.index })
    }
    open.push(selector.startsWith('@') ? 'at' : 'rule')
  }
  return found
}
