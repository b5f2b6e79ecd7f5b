import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

const MAX_FILE_LINES = 250
const MAX_FUNCTION_LINES = 60
const MAX_COLUMNS = 100
const MAX_PARAMETERS = 3

/** Files, functions, lines and parameter lists stay small enough to be read in one go. */
export const sizes: Rule = ({ files }) =>
  files.flatMap((file) => [...longFile(file), ...longLines(file), ...functionsIn(file)])

function longFile(file: SourceFile): Finding[] {
  const count = file.text.trimEnd().split('\n').length
  if (count <= MAX_FILE_LINES) return []
  return [finding(file, count, `has ${count} lines, more than ${MAX_FILE_LINES}`)]
}

function longLines(file: SourceFile): Finding[] {
  return file.text.split('\n').flatMap((line, index) => {
    const columns = [...line].length
    // An address cannot be broken.
    if (columns <= MAX_COLUMNS || /https?:\/\//.test(line)) return []
    return [finding(file, index + 1, `has ${columns} columns, more than ${MAX_COLUMNS}`)]
  })
}

function functionsIn(file: SourceFile): Finding[] {
  if (file.path.endsWith('.scss')) return []
  const findings: Finding[] = []
  visit(file.ast, (node) => {
    if (!isFunction(node) || !node.body) return
    const lines = lengthOf(node)
    const count = node.parameters.length
    if (lines > MAX_FUNCTION_LINES && !isDescribe(node)) {
      const sentence = `a function has ${lines} lines, more than ${MAX_FUNCTION_LINES}`
      findings.push(finding(file, lineOf(node), sentence))
    }
    if (count > MAX_PARAMETERS) {
      const sentence = `a function has ${count} parameters, more than ${MAX_PARAMETERS}`
      findings.push(finding(file, lineOf(node), sentence))
    }
  })
  return findings
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node
}

function lengthOf(node: ts.Node): number {
  const source = node.getSourceFile()
  const end = source.getLineAndCharacterOfPosition(node.getEnd()).line
  return end - source.getLineAndCharacterOfPosition(node.getStart()).line + 1
}

/** What `describe` is given is a list of tests, not a function to follow. */
function isDescribe({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText())
}

function finding(file: SourceFile, line: number, sentence: string): Finding {
  return { path: file.path, line, rule: 'sizes', sentence }
}
