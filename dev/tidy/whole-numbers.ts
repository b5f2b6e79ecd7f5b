import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

const shipped = /^(client|shared|cloudfunctions)\//
/** Here figures become text for people, and nothing is computed with the text. */
const formatting = /^client\/(format|yuan)\.ts$/
const counted = /(Fen|Points)$|^(fen|points)$/
const roundingDown = ['Math.floor', 'Math.trunc']

/** Money and points are whole numbers: one division, rounded down, and no floats anywhere. */
export const wholeNumbers: Rule = ({ files }) =>
  files
    .filter((file) => shipped.test(file.path) && !file.isTest && !formatting.test(file.path))
    .flatMap(problemsIn)

function problemsIn(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  visit(file.ast, (node) => {
    const sentence = ts.isBinaryExpression(node) ? inSum(node) : inCall(node)
    if (sentence === undefined) return
    findings.push({ path: file.path, line: lineOf(node), rule: 'whole-numbers', sentence })
  })
  return findings
}

function inSum(node: ts.BinaryExpression): string | undefined {
  const operator = node.operatorToken.kind
  if (!mentionsCounted(node.left) && !mentionsCounted(node.right)) return undefined
  if (operator === ts.SyntaxKind.SlashEqualsToken) return 'divides money or points in place'
  if (operator === ts.SyntaxKind.SlashToken && !isRoundedDown(node)) {
    return 'divides money or points without Math.floor around it'
  }
  const isFraction = [node.left, node.right].some(
    (side) => ts.isNumericLiteral(side) && !Number.isInteger(Number(side.text)),
  )
  return isFraction ? 'mixes money or points with a fraction' : undefined
}

function inCall(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const called = node.expression.getText()
  if (/(^|\.)parseFloat$/.test(called)) return 'parseFloat makes a float; read digits instead'
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined
  const { expression, name } = node.expression
  if (name.text === 'toFixed' && mentionsCounted(expression)) return 'toFixed belongs to formatting'
  const roundsUp = called === 'Math.round' || called === 'Math.ceil'
  return roundsUp && node.arguments.some(mentionsCounted)
    ? `${called} gives money or points away; round down`
    : undefined
}

function isRoundedDown(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isParenthesizedExpression(parent)) return isRoundedDown(parent)
  return ts.isCallExpression(parent) && roundingDown.includes(parent.expression.getText())
}

/** Looks at the value itself: `lots.length / 2` counts lots, though they hold points. */
function mentionsCounted(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return counted.test(node.text)
  if (ts.isPropertyAccessExpression(node)) return counted.test(node.name.text)
  if (ts.isParenthesizedExpression(node)) return mentionsCounted(node.expression)
  if (ts.isBinaryExpression(node)) return mentionsCounted(node.left) || mentionsCounted(node.right)
  return false
}
