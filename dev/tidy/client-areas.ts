import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

/** Folders that every area may use; so it may the files beside them. */
const forAll = ['assets', 'native', 'parts', 'session']
const TABLE = 'client/routes.ts'
const moves = /^(navigateTo|redirectTo|reLaunch|switchTab|navigateBack)$/
const pageUrl = /^\/?[a-z-]+\/[a-z-]+\/index(\?|$)/

/**
 * An area of the client is a sub-package of its own: it imports no other area, and it goes to
 * another page by the table of routes alone.
 */
export const clientAreas: Rule = ({ files }) =>
  files
    .filter(({ path }) => path.startsWith('client/'))
    .flatMap((file) => [...crossings(file), ...(file.isTest ? [] : ownWays(file))])

function crossings(file: SourceFile): Finding[] {
  const from = areaOf(file.path)
  return file.imports.flatMap(({ target = '', line }) => {
    const to = areaOf(target)
    if (to === null || to === from) return []
    const sentence = from
      ? `the area ${from} may not import the area ${to}: what both need is a part or the session's`
      : `what all areas use may not import the area ${to}`
    return [{ path: file.path, line, rule: 'client-areas', sentence }]
  })
}

/** Null for what belongs to no area. A tab is the page of its area that no sub-package may hold. */
function areaOf(path: string): string | null {
  const [room, ...parts] = path.split('/')
  const [folder = '', tab = ''] = parts
  if (room !== 'client' || parts.length < 2 || forAll.includes(folder)) return null
  return folder === 'tabs' ? tab : folder
}

function ownWays(file: SourceFile): Finding[] {
  const found: Finding[] = []
  if (file.path === TABLE || file.path === 'client/app.config.ts') return found
  const report = (node: ts.Node, sentence: string) =>
    found.push({ path: file.path, line: lineOf(node), rule: 'client-areas', sentence })
  visit(file.ast, (node) => {
    if (ts.isPropertyAccessExpression(node) && moves.test(node.name.text)) {
      report(node, `only ${TABLE} moves between pages: use open, replaceWith or goBack`)
    }
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node)
    if (isText && !ts.isImportDeclaration(node.parent) && pageUrl.test(node.text)) {
      report(node, `"${node.text}" is a page of the table in ${TABLE}`)
    }
  })
  return found
}
