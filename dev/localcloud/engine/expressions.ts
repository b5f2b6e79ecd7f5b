import { Context, evalExpr, OpType } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import { notSupported, PlatformError, queryFailed, unknownOperator } from '../platform-error'
import { dateOperators } from './date-expressions'
import { type Document, isDocument, type Value } from './document'
import { accumulatorOperators, expressionOperators } from './expression-operators'
import { checkFieldPath } from './path-syntax'
import { textOperators } from './text-expressions'

/** The library's operators, with ours in the place of those that it answers wrongly. */
export const operatorContext = Context.init({
  accumulator: { ...accumulators, ...accumulatorOperators },
  expression: { ...expressions, ...expressionOperators, ...textOperators, ...dateOperators },
})

const options = {
  idKey: '_id',
  processingMode: 0,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: operatorContext,
}

/** What the SDK can name and nobody can answer here: scripts, text search. */
const refused = new Set(['$function', '$accumulator', '$meta', '$toHashedIndexKey'])

/** An aggregation expression on one document; undefined when it leads to nothing. */
export function evaluate(
  document: Document,
  expression: Value,
  variables?: Readonly<Record<string, unknown>>,
): unknown {
  try {
    return evalExpr(document, expression, variables ? { ...options, variables } : options)
  } catch (fault) {
    throw expressionFailed(fault)
  }
}

/** Refuses operators that are unknown, however deep, before a document is looked at. */
export function checkExpression(expression: Value): void {
  // The library would take the machine's clock, which is not the cloud's.
  if (expression === '$$NOW') throw notSupported('$$NOW')
  if (typeof expression === 'string' && /^\$./.test(expression)) checkFieldPath(expression)
  if (Array.isArray(expression)) expression.forEach(checkExpression)
  if (!isDocument(expression)) return
  const [[operator, operand] = [], ...others] = Object.entries(expression)
  if (operator === undefined || operand === undefined) return
  if (!operator.startsWith('$')) {
    Object.keys(expression).forEach(checkFieldPath)
    Object.values(expression).forEach(checkExpression)
    return
  }
  if (others.length > 0) {
    throw queryFailed('an object representing an expression must have exactly one field')
  }
  if (refused.has(operator)) throw notSupported(operator)
  const known =
    operatorContext.getOperator(OpType.EXPRESSION, operator) ??
    operatorContext.getOperator(OpType.ACCUMULATOR, operator)
  if (known === null) throw unknownOperator(`Unrecognized expression '${operator}'`)
  if (operator !== '$literal') checkExpression(operand)
}

/** What the library says of an expression, as the platform's error. */
export function expressionFailed(fault: unknown): PlatformError {
  if (fault instanceof PlatformError) return fault
  return queryFailed(fault instanceof Error ? fault.message : String(fault))
}
