import { isDeepStrictEqual } from 'node:util'
import { PlatformError } from '../platform-error'

/** What an expression may name: `auth`, `doc`, `resource`, `request`, `now`. */
export type RuleVariables = Readonly<Record<string, unknown>>

/** A value that the request does not settle, such as a field that its query says nothing of. */
const unknown = Symbol('unknown')

type Compute = (variables: RuleVariables) => unknown

const comparisons: Readonly<Record<string, (one: unknown, other: unknown) => unknown>> = {
  '==': isDeepStrictEqual,
  '!=': (one, other) => !isDeepStrictEqual(one, other),
  '>': (one, other) => order(one, other) > 0,
  '>=': (one, other) => order(one, other) >= 0,
  '<': (one, other) => order(other, one) > 0,
  '<=': (one, other) => order(other, one) >= 0,
  in: (one, other) => Array.isArray(other) && other.some((two) => isDeepStrictEqual(one, two)),
}

const names = ['auth', 'doc', 'resource', 'request', 'now']
const literal = String.raw`'[^'\\]*'|"[^"\\]*"|-?\d+(?:\.\d+)?|[A-Za-z_][\w.]*`
const token = new RegExp(String.raw`\s*(&&|\|\||===?|!==?|>=|<=|[<>!()[\],]|${literal})`, 'y')

/**
 * Whether a rule's expression is true beyond doubt. It may compare `auth.openid`, `doc.field`,
 * `resource.openid`, `request.data.field`, `now` and literals by == != > >= < <= in, and join them
 * by && || ! and brackets. What is not settled by the request is neither true nor false.
 * Source: docs.cloudbase.net/database/configuration/permission/security-rules.
 * @throws PlatformError for another form, such as `get()`, which the local cloud has not.
 */
export function isAllowed(expression: string, variables: RuleVariables): boolean {
  return parse(expression)(variables) === true
}

export function isRuleExpression(expression: string): boolean {
  try {
    parse(expression)
    return true
  } catch (fault) {
    if (fault instanceof PlatformError) return false
    throw fault
  }
}

function parse(expression: string): Compute {
  const tokens = tokensOf(expression)
  const rule = readOr(tokens)
  if (tokens.length > 0) throw unsupported(`"${tokens[0]}"`)
  return rule
}

function tokensOf(expression: string): string[] {
  const found: string[] = []
  token.lastIndex = 0
  const end = expression.trimEnd().length
  while (token.lastIndex < end) {
    const at = token.lastIndex
    const text = token.exec(expression)?.[1]
    if (text === undefined) throw unsupported(`"${expression.slice(at, at + 10)}"`)
    found.push(text)
  }
  return found
}

function readOr(tokens: string[]): Compute {
  const parts = readJoined(tokens, '||', readAnd)
  return (variables) => join(parts, variables, true)
}

function readAnd(tokens: string[]): Compute {
  const parts = readJoined(tokens, '&&', readComparison)
  return (variables) => join(parts, variables, false)
}

function readJoined(
  tokens: string[],
  joint: string,
  read: (tokens: string[]) => Compute,
): Compute[] {
  const parts = [read(tokens)]
  while (tokens[0] === joint) {
    tokens.shift()
    parts.push(read(tokens))
  }
  return parts
}

/** One decisive part settles the whole; else one that is unknown leaves it unknown. */
function join(parts: readonly Compute[], variables: RuleVariables, decisive: boolean): unknown {
  if (parts.length === 1) return parts[0]?.(variables)
  const values = parts.map((part) => part(variables))
  if (values.includes(decisive)) return decisive
  return values.every((value) => value === !decisive) ? !decisive : unknown
}

function readComparison(tokens: string[]): Compute {
  const left = readValue(tokens)
  const sign = (tokens[0] ?? '').replace(/^([=!]=)=$/, '$1')
  const compare = Object.hasOwn(comparisons, sign) ? comparisons[sign] : undefined
  if (compare === undefined) return left
  tokens.shift()
  const right = readValue(tokens)
  return (variables) => {
    const [one, other] = [left(variables), right(variables)]
    return one === unknown || other === unknown ? unknown : compare(one, other)
  }
}

function readValue(tokens: string[]): Compute {
  const text = tokens.shift()
  if (text === undefined) throw unsupported('its end')
  if (text === '!') return negated(readValue(tokens))
  if (text === '(') return closed(tokens, ')', readOr(tokens))
  if (text === '[') return readList(tokens)
  if (/^['"]/.test(text)) return () => text.slice(1, -1)
  if (/^-?\d/.test(text)) return () => Number(text)
  if (text === 'true' || text === 'false') return () => text === 'true'
  if (text === 'null') return () => null
  const path = text.split('.')
  if (!names.includes(path[0] ?? '') || path.includes('') || tokens[0] === '(') {
    throw unsupported(`"${text}"`)
  }
  return (variables) => valueAt(variables, path)
}

function readList(tokens: string[]): Compute {
  const parts = readJoined(tokens, ',', readValue)
  return closed(tokens, ']', (variables) => {
    const values = parts.map((part) => part(variables))
    return values.includes(unknown) ? unknown : values
  })
}

function closed(tokens: string[], bracket: string, inner: Compute): Compute {
  if (tokens.shift() !== bracket) throw unsupported(`a missing "${bracket}"`)
  return inner
}

function negated(value: Compute): Compute {
  return (variables) => {
    const found = value(variables)
    return typeof found === 'boolean' ? !found : unknown
  }
}

function valueAt(variables: RuleVariables, path: readonly string[]): unknown {
  let value: unknown = variables
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return unknown
    value = new Map<string, unknown>(Object.entries(value)).get(name)
  }
  return value
}

/** Not a number, which is neither above nor below, where two values have no order. */
function order(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  if (typeof one !== 'string' || typeof other !== 'string') return Number.NaN
  if (one === other) return 0
  return one > other ? 1 : -1
}

function unsupported(what: string): PlatformError {
  const reason = `a security rule with ${what} is not supported by the local cloud`
  return new PlatformError('DATABASE_PERMISSION_DENIED', reason)
}
