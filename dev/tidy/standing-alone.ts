import { posix } from 'node:path'
import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

const home = 'dev/localcloud'

/** What its own package.json will list when it leaves; the README says so (`dev/localcloud`). */
const packages: ReadonlySet<string> = new Set([
  ...['@hono/node-server', 'bson', 'croner', 'hono', 'json5', 'lmdb', 'mingo', 'protobufjs'],
  ...['uqr', 'valibot', 'wx-server-sdk'],
])
/** For its tests and its conformance suite alone. */
const testPackages: ReadonlySet<string> = new Set(['esbuild', 'fast-check'])
const forTests = new RegExp(`\\.test\\.ts$|^${home}/(conformance|fixtures)/`)

/** The local cloud imports nothing from outside its folder, tests included: it could leave. */
export const standingAlone: Rule = ({ files }) =>
  files.filter(isOfHome).flatMap((file) => [...importsOut(file), ...pathsOut(file)])

/** Functions of fixtures and examples are strangers' programs, with packages of their own. */
function isOfHome({ path }: SourceFile): boolean {
  return path.startsWith(`${home}/`) && /\.ts$/.test(path)
}

function importsOut(file: SourceFile): Finding[] {
  return file.imports.flatMap(({ from, target, line }) => {
    if (target !== undefined) return isInside(target) ? [] : [told(file, line, target)]
    const name = packageOf(from)
    const isKnown = packages.has(name) || (testPackages.has(name) && forTests.test(file.path))
    return from.startsWith('node:') || isKnown ? [] : [told(file, line, `the package ${name}`)]
  })
}

/** `join(__dirname, '../../dist')` needs the project around it as much as an import does. */
function pathsOut(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  visit(file.ast, (node) => {
    if (!ts.isCallExpression(node)) return
    const [base, ...parts] = node.arguments
    if (base === undefined || !ts.isIdentifier(base) || base.text !== '__dirname') return
    const written = parts.map((part) => (ts.isStringLiteral(part) ? part.text : 'unknown'))
    const path = posix.join(posix.dirname(file.path), ...written)
    if (!isInside(path)) findings.push(told(file, lineOf(node), path))
  })
  return findings
}

function isInside(path: string): boolean {
  return path === home || path.startsWith(`${home}/`)
}

function packageOf(from: string): string {
  const [scope = '', name = ''] = from.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function told({ path }: SourceFile, line: number, what: string): Finding {
  const sentence = `the local cloud stands alone and may not need ${what}`
  return { path, line, rule: 'standing-alone', sentence }
}
