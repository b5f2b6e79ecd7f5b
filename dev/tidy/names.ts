import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile } from './house'

/** Rooms without a subject: whatever finds no place lands there, and nobody finds it again. */
const banned = /^(utils?|helpers?|commons?|misc|managers?|services?)$/
/** The manager of a shop is a person, and this is her area; a `manager.ts` would still be none. */
const areas = ['client/manager']
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/
const suffixes = /(\.(store|config|test|d))*\.(tsx?|m?js|d\.mts|scss)$/

/** Files and folders are kebab-case, named for the noun or verb inside, and no file is a barrel. */
export const names: Rule = ({ files }) =>
  files.flatMap((file) => [...pathProblems(file), ...barrelProblems(file)])

function pathProblems({ path }: SourceFile): Finding[] {
  const area = areas.find((folder) => path.startsWith(`${folder}/`)) ?? ''
  const parts = path
    .slice(area === '' ? 0 : area.length + 1)
    .replace(suffixes, '')
    .split('/')
  return parts.flatMap((part) => {
    const report = (sentence: string) => [{ path, line: 1, rule: 'names', sentence }]
    if (banned.test(part)) return report(`"${part}" names no subject`)
    return kebab.test(part) ? [] : report(`"${part}" is not kebab-case`)
  })
}

function barrelProblems({ path, ast }: SourceFile): Finding[] {
  const exports = ast.statements.filter(ts.isExportDeclaration)
  const passedOn = exports.filter((statement) => statement.moduleSpecifier !== undefined)
  const report = (line: number, sentence: string) => [{ path, line, rule: 'names', sentence }]
  const star = passedOn.find((statement) => statement.exportClause === undefined)
  if (star) return report(lineOf(star), 'export * hides what a file offers')
  const isBarrel = passedOn.length > 0 && passedOn.length === ast.statements.length
  return isBarrel ? report(1, 'a barrel: import each thing from the file it lives in') : []
}
