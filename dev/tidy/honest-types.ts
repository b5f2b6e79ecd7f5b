import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

/** The database answers documents of unknown shape: this layer says once what they are. */
const databaseLayer = /^cloudfunctions\/(runtime\/database|[a-z]+\/repository)\.ts$/
const PARSE_EDGE = 'Parse edge:'

/** No `any`; `as` only in the database layer, or under a comment that starts `Parse edge:`. */
export const honestTypes: Rule = ({ files }) =>
  files.filter((file) => !file.path.endsWith('.scss')).flatMap(problemsIn)

function problemsIn(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  const report = (node: ts.Node, sentence: string) => {
    findings.push({ path: file.path, line: lineOf(node), rule: 'honest-types', sentence })
  }
  const mayCast = databaseLayer.test(file.path) || file.isTest
  visit(file.ast, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) report(node, '`any` switches the compiler off')
    if (mayCast || !ts.isAsExpression(node) || isConst(node)) return
    if (isExplained(node)) return
    report(node, `\`as\` asserts what nobody checked; at a parse edge say why: // ${PARSE_EDGE} …`)
  })
  return findings
}

function isConst(node: ts.AsExpression): boolean {
  return ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const'
}

/** The comment stands above the statement, or above the line that casts. */
function isExplained(node: ts.Node): boolean {
  const source = node.getSourceFile()
  const lines = source.text.split('\n')
  let current: ts.Node = node
  while (!ts.isStatement(current) && current.parent) current = current.parent
  return [lineOf(node), lineOf(current)].some((line) => commentAbove(lines, line))
}

function commentAbove(lines: readonly string[], line: number): boolean {
  for (let index = line - 2; /^\s*(\/\/|\*|\/\*)/.test(lines[index] ?? ''); index -= 1) {
    if (lines[index]?.includes(PARSE_EDGE)) return true
  }
  return false
}
