import ts from 'typescript'
import { type Finding, lineOf, type Rule, type SourceFile, visit } from './house'

/** What people write, told by patterns: there the signs are the pattern's. */
const vocabularies = /^shared\/(?:lists\/text|sharing\/share-words|reading)\b/

/** Pages in Chinese; the others quote a word of it at most. */
const isChinesePage = (path: string) => path.endsWith('.zh-CN.md')

const han = '\\p{Script=Han}'
/** A sign of the half width beside a Chinese character, a bracket around one, or a closing dot. */
const halfWidth = new RegExp(
  `${han}[,;:?!"]|[,;:?!"]${han}|\\([^()]*${han}[^()]*\\)|${han}\\(|\\)${han}|${han}\\.(?=\\s|$)`,
  'u',
)

/** A Chinese sentence has Chinese punctuation: in what people read in the app, and in its pages. */
export const punctuation: Rule = ({ files, pages }) => [
  ...files.filter(isShipped).flatMap(spokenIn),
  ...Object.entries(pages)
    .filter(([path]) => isChinesePage(path))
    .flatMap(([path, text]) => readIn(path, text)),
]

function isShipped({ path, isTest }: SourceFile): boolean {
  const isSource = /^(client|shared|cloudfunctions)\/.*\.tsx?$/.test(path)
  return isSource && !isTest && !vocabularies.test(path)
}

function spokenIn(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  visit(file.ast, (node) => {
    if (isText(node) && halfWidth.test(node.text)) {
      findings.push(finding(file.path, lineOf(node), node.text))
    }
  })
  return findings
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  const isTemplate = ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
  return ts.isStringLiteralLike(node) || ts.isJsxText(node) || isTemplate
}

/** What stands in a page besides code, addresses and HTML. */
function readIn(path: string, text: string): Finding[] {
  let isCode = false
  return text.split('\n').flatMap((line, place) => {
    const isFence = line.startsWith('```')
    if (isFence) isCode = !isCode
    if (isCode || isFence || /^ {4}/.test(line)) return []
    const said = line.replace(/`[^`]*`|<[^>]*>|(?<=\])\([^()]*\)/g, '')
    return halfWidth.test(said) ? [finding(path, place + 1, said)] : []
  })
}

function finding(path: string, line: number, text: string): Finding {
  const sign = halfWidth.exec(text)?.[0] ?? ''
  const sentence = `a Chinese sentence has punctuation of the half width: "${sign}"`
  return { path, line, rule: 'punctuation', sentence }
}
