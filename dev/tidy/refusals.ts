import ts from 'typescript'
import { type Finding, type House, lineOf, type Rule, type SourceFile, visit } from './house'

const LIST = 'shared/refusal.ts'
/** The list, and the parts of it that stand beside it because a file has a bound. */
const LIST_FILES = /^shared\/(refusal|[a-z]+-refusals)\.ts$/
const LIST_NAMES = /^(refusalSentences|[a-z]+Refusals)$/
const MAX_CHARACTERS = 30

/** Every refusal has one Chinese sentence, every code in use is in the list, none is idle. */
export const refusals: Rule = (house) => {
  if (!house.files.some((file) => file.path === LIST)) return []
  const lists = house.files.filter((file) => LIST_FILES.test(file.path))
  const entries = lists.flatMap(entriesOf)
  const codes = new Set(entries.map((entry) => entry.code))
  const used = usesIn(house)
  return [
    ...entries.flatMap((entry) => sentenceProblems(entry)),
    ...used
      .filter((use) => !codes.has(use.code))
      .map((use) => finding(use.path, use.line, `${use.code} has no sentence in ${LIST}`)),
    ...entries
      .filter((entry) => !isMentioned(entry.code, house))
      .map((entry) => finding(entry.path, entry.line, `${entry.code} is never answered`)),
  ]
}

interface Entry {
  readonly path: string
  readonly code: string
  readonly sentence: string
  readonly line: number
}

function entriesOf(list: SourceFile): Entry[] {
  const entries: Entry[] = []
  visit(list.ast, (node) => {
    if (!ts.isVariableDeclaration(node) || !LIST_NAMES.test(node.name.getText())) return
    visit(node, (inner) => {
      if (!ts.isPropertyAssignment(inner)) return
      const value = inner.initializer
      const sentence = ts.isStringLiteral(value) ? value.text : ''
      entries.push({ path: list.path, code: inner.name.getText(), sentence, line: lineOf(inner) })
    })
  })
  return entries
}

function sentenceProblems({ path, code, sentence, line }: Entry): Finding[] {
  if (!/\p{Script=Han}/u.test(sentence)) {
    return [finding(path, line, `${code} has no Chinese sentence`)]
  }
  return [...sentence].length > MAX_CHARACTERS
    ? [finding(path, line, `the sentence of ${code} does not fit a phone's dialog`)]
    : []
}

/** Codes given to `refuse`. The compiler checks them too; this also reads what it cannot. */
function usesIn({ files }: House): { code: string; path: string; line: number }[] {
  return files.flatMap((file) => {
    const uses: { code: string; path: string; line: number }[] = []
    if (!/^(shared|cloudfunctions)\//.test(file.path)) return uses
    visit(file.ast, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'refuse') return
      const [first] = node.arguments
      if (!first || !ts.isStringLiteral(first)) return
      uses.push({ code: first.text, path: file.path, line: lineOf(node) })
    })
    return uses
  })
}

function isMentioned(code: string, { files }: House): boolean {
  return files.some(
    (file) =>
      /^(shared|cloudfunctions)\//.test(file.path) &&
      file.path !== LIST &&
      !file.isTest &&
      file.text.includes(`'${code}'`),
  )
}

function finding(path: string, line: number, sentence: string): Finding {
  return { path, line, rule: 'refusals', sentence }
}
