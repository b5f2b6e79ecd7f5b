import ts from 'typescript'
import type { Finding, House, Rule, SourceFile } from './house'

/** Every rule and every use case has its test beside it. */
export const testsBeside: Rule = (house) => {
  const rules = house.files.filter(isRule)
  const useCases = house.files.filter((file) => isUseCase(file, house))
  return [...rules, ...useCases]
    .filter((file) => !house.paths.has(file.path.replace(/\.ts$/, '.test.ts')))
    .map((file): Finding => {
      const test = file.path.replace(/\.ts$/, '.test.ts')
      return { path: file.path, line: 1, rule: 'tests-beside', sentence: `${test} is missing` }
    })
}

/** A file of shared/ that decides something: the contract and plain figures decide nothing. */
function isRule(file: SourceFile): boolean {
  return /^shared\/(?!contract\/).+\.ts$/.test(file.path) && !file.isTest && exportsFunction(file)
}

/** What a function's table of contents lists, or one of its chapters. */
function isUseCase(file: SourceFile, house: House): boolean {
  const feature = /^cloudfunctions\/([a-z]+)\//.exec(file.path)?.[1]
  if (!feature || feature === 'runtime' || file.isTest || isChapter(file.path)) return false
  const index = `cloudfunctions/${feature}/index.ts`
  const contents = house.files.find(({ path }) => path === index)
  const listed = contents?.imports.flatMap(({ target }) => target ?? []) ?? []
  const chapters = house.files.filter(({ path }) => isChapter(path) && listed.includes(path))
  return [contents, ...chapters].some((table) =>
    table?.imports.some((one) => one.target === file.path && !one.typeOnly),
  )
}

/** A function with many use cases lists them by chapters. */
function isChapter(path: string): boolean {
  return path.endsWith('-cases.ts')
}

function exportsFunction(file: SourceFile): boolean {
  return file.ast.statements.some(
    (statement) =>
      ts.isFunctionDeclaration(statement) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
  )
}
