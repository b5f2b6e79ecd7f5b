import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

/** Where clocks are read and dice are thrown; everybody else is given `now` and ids. */
const clockHomes = /^(cloudfunctions\/runtime\/|client\/(clock|request-id)\.ts$)/
const shipped = /^(client|shared|cloudfunctions)\//

const clocks = ['Date.now', 'performance.now']
const dice = ['Math.random', 'randomUUID', 'randomBytes', 'randomInt', 'getRandomValues']
/** What a rule may not even name: it works on what it is given. */
const outsideWorld = ['process', 'fetch', 'console', 'setTimeout', 'setInterval', 'globalThis']

/** Rules are pure, and time and chance enter the house by two doors. */
export const purity: Rule = ({ files }) =>
  files
    .filter((file) => shipped.test(file.path) && !file.isTest && !file.path.endsWith('.scss'))
    .flatMap((file) => [...clocksAndDice(file), ...worldInShared(file), ...intlInClient(file)])

function clocksAndDice(file: SourceFile): Finding[] {
  if (clockHomes.test(file.path)) return []
  return collect(file, (node) => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
      if ((node.arguments ?? []).length > 0) return undefined
      return 'reads the clock; take `now` as a parameter'
    }
    if (!ts.isCallExpression(node)) return undefined
    const called = node.expression.getText()
    if (clocks.includes(called)) return 'reads the clock; take `now` as a parameter'
    const isThrown = dice.some((die) => called === die || called.endsWith(`.${die}`))
    return isThrown ? 'throws dice; take the id or number as a parameter' : undefined
  })
}

function worldInShared(file: SourceFile): Finding[] {
  if (!file.path.startsWith('shared/')) return []
  const imports = file.imports
    .filter((one) => one.from.startsWith('node:'))
    .map((one) => finding(file, one.line, `a rule may not import ${one.from}`))
  const names = collect(file, (node) => {
    if (!ts.isIdentifier(node) || !outsideWorld.includes(node.text)) return undefined
    const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
    const isKey = ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent)
    return isMember || isKey ? undefined : `a rule may not touch ${node.text}`
  })
  return [...imports, ...names]
}

/** JavaScriptCore on phones has no Intl; in shared/ it would reach the phones as well. */
function intlInClient(file: SourceFile): Finding[] {
  if (file.path.startsWith('cloudfunctions/')) return []
  return collect(file, (node) => {
    if (!ts.isIdentifier(node)) return undefined
    const isIntl = node.text === 'Intl' || /^toLocale(Date|Time)?String$/.test(node.text)
    return isIntl ? `${node.text} does not exist on every phone` : undefined
  })
}

function collect(file: SourceFile, judge: (node: ts.Node) => string | undefined): Finding[] {
  const findings: Finding[] = []
  visit(file.ast, (node) => {
    const sentence = judge(node)
    if (sentence !== undefined) findings.push(finding(file, lineOf(node), sentence))
  })
  return findings
}

function finding(file: SourceFile, line: number, sentence: string): Finding {
  return { path: file.path, line, rule: 'purity', sentence }
}
