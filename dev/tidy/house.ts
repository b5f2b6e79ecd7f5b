import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly ast: ts.SourceFile
  readonly imports: readonly Import[]
  readonly isTest: boolean
}

export interface Import {
  /** As written: `./lots`, `@shared/refusal`, `zustand`. */
  readonly from: string
  /** The file it means; undefined for a package. */
  readonly target?: string
  readonly typeOnly: boolean
  readonly line: number
}

/** Everything that the rules look at. */
export interface House {
  readonly files: readonly SourceFile[]
  /** Every path of the rooms, also of files that are no source. */
  readonly paths: ReadonlySet<string>
  /** Text for readers by its path: what stands in docs/ and beside it. */
  readonly pages: Readonly<Record<string, string>>
}

export interface Finding {
  readonly path: string
  readonly line: number
  readonly rule: string
  readonly sentence: string
}

export type Rule = (house: House) => Finding[]

const rooms = ['client', 'shared', 'cloudfunctions', 'dev', 'config']
const endings = ['.ts', '.tsx', '/index.ts', '/index.tsx', '', '.mjs', '.js', '.json']

/** Reads the project's rooms from the disk. */
export function readHouse(root: string): House {
  const paths = rooms.flatMap((room) =>
    readdirSync(join(root, room), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  )
  const sources = paths.filter((path) => /\.(tsx?|m?js|scss)$/.test(path))
  const texts = sources.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  return houseOf(Object.fromEntries(texts), paths, readPages(root))
}

function readPages(root: string): Record<string, string> {
  const isPage = (name: string) => name.endsWith('.md')
  const docs = readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)
  const pages = [...readdirSync(root), ...docs].filter(isPage)
  return Object.fromEntries(pages.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** A house from texts alone, so that a rule can be shown a broken one. */
export function houseOf(
  texts: Readonly<Record<string, string>>,
  paths: readonly string[] = Object.keys(texts),
  pages: Readonly<Record<string, string>> = {},
): House {
  const known = new Set(paths)
  const files = Object.entries(texts).map(([path, text]) => {
    const ast = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
    const isTest = /\.test\.tsx?$/.test(path)
    const imports = path.endsWith('.scss') ? importsOfStyle(path, text) : importsOf(ast)
    return { path, text, ast, isTest, imports: imports.map((one) => aimed(one, path, known)) }
  })
  return { files, paths: known, pages }
}

export function lineOf(node: ts.Node): number {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart())
  return line + 1
}

/** Visits every node below this one, itself included. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  ts.forEachChild(node, (child) => visit(child, look))
}

function importsOf(ast: ts.SourceFile): Import[] {
  const imports: Import[] = []
  visit(ast, (node) => {
    const found = importIn(node)
    if (found) imports.push({ ...found, line: lineOf(node) })
  })
  return imports
}

function importIn(node: ts.Node): { from: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
    return { from: moduleSpecifier.text, typeOnly: isTypeOnly(node) }
  }
  if (!ts.isCallExpression(node)) return undefined
  const [first] = node.arguments
  const called = node.expression
  const isRequire = ts.isIdentifier(called) && called.text === 'require'
  const isImport = called.kind === ts.SyntaxKind.ImportKeyword || isRequire
  if (!isImport || !first || !ts.isStringLiteral(first)) return undefined
  return { from: first.text, typeOnly: false }
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  const clause = node.importClause
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const named = clause.namedBindings
  if (clause.name || !named || !ts.isNamedImports(named)) return false
  return named.elements.length > 0 && named.elements.every((one) => one.isTypeOnly)
}

function importsOfStyle(path: string, text: string): Import[] {
  return [...text.matchAll(/@(?:import|use|forward)\s+['"]([^'"]+)['"]/g)].map((match) => {
    const from = match[1] ?? ''
    const near = posix.join(posix.dirname(path), from)
    const target = /\.scss$/.test(near) ? near : `${near}.scss`
    return { from, target, typeOnly: false, line: text.slice(0, match.index).split('\n').length }
  })
}

function aimed(one: Import, importer: string, known: ReadonlySet<string>): Import {
  const base = baseOf(one.from, importer)
  if (one.target !== undefined || base === undefined) return one
  const target = endings.map((ending) => `${base}${ending}`).find((path) => known.has(path))
  return { ...one, target: target ?? base }
}

function baseOf(from: string, importer: string): string | undefined {
  if (from.startsWith('.')) return posix.join(posix.dirname(importer), from)
  if (from.startsWith('@/')) return `client/${from.slice(2)}`
  if (from.startsWith('@shared/')) return `shared/${from.slice(8)}`
  return undefined
}
