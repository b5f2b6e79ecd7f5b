import { notSupported, queryFailed, unknownOperator } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import { isTrue } from './expression-operators'
import { checkExpression, evaluate } from './expressions'
import { compileSchema } from './json-schema'
import { testEqual, testRegex, testSize, valueTests } from './matching-operators'
import {
  elementMeets,
  type Test,
  type Trace,
  type Visit,
  visitElements,
  visitPath,
} from './matching-paths'
import { isNearOperator, nearOutOfPlace, placeTests } from './place-conditions'

/** What `$expr` may name beside fields: the variables of a `$lookup`. */
type Variables = Readonly<Record<string, unknown>>

export type Match = (document: Document, trace?: Trace) => boolean

/**
 * A filter as a test on documents, in the database's own meaning of every operator. An operator
 * that is unknown, and an operand that makes no sense, are refused before a document is looked at.
 */
export function compileMatch(filter: Document, variables?: Variables): Match {
  return compileFilter(filter, variables)
}

function compileFilter(filter: Document, variables?: Variables): Visit {
  const parts = Object.entries(filter).map(([field, wanted]) =>
    field.startsWith('$') ? compileTop(field, wanted, variables) : compileField(field, wanted),
  )
  return every(parts)
}

function every(parts: readonly Visit[]): Visit {
  const [only] = parts
  if (parts.length === 1 && only !== undefined) return only
  return (value, trace) => parts.every((met) => met(value, trace))
}

function not(met: Visit): Visit {
  return (value) => !met(value)
}

/** Text search and scripts: nobody here could answer them rightly. */
const unsupported = new Set([
  '$text',
  '$where',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
])

function compileTop(operator: string, wanted: Value, variables?: Variables): Visit {
  if (operator === '$comment') return () => true
  if (operator === '$expr') return compileExpression(wanted, variables)
  if (operator === '$jsonSchema') return compileSchema(wanted)
  if (unsupported.has(operator)) throw notSupported(operator)
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    throw unknownOperator(`unknown top level operator: ${operator}`)
  }
  if (!Array.isArray(wanted) || wanted.length === 0) {
    throw queryFailed(`${operator} must be a nonempty array`)
  }
  const parts = wanted.map((part) => {
    if (isDocument(part)) return compileFilter(part, variables)
    throw queryFailed('$or/$and/$nor entries need to be full objects')
  })
  if (operator === '$and') return every(parts)
  const some: Visit = (document, trace) => parts.some((met) => met(document, trace))
  return operator === '$or' ? some : not(some)
}

/** Where a condition looks: at the end of a field's path, or at one element of an array. */
interface Place {
  readonly at: (visit: Visit) => Visit
  /** Whether an array there is entered; an element that is an array itself is not. */
  readonly entered: boolean
}

const element: Place = { at: (visit) => visit, entered: false }

function compileField(path: string, wanted: Value): Visit {
  return compileCondition(wanted, { at: (visit) => visitPath(path, visit), entered: true })
}

/** Operators, a pattern, or the value that must be equal. */
function compileCondition(wanted: Value, place: Place): Visit {
  if (wanted instanceof RegExp) return visitPlace(place, testRegex(wanted))
  if (!isCondition(wanted)) return visitPlace(place, testEqual(wanted))
  if (Object.hasOwn(wanted, '$options') && !Object.hasOwn(wanted, '$regex')) {
    throw queryFailed('$options needs a $regex')
  }
  const operators = Object.entries(wanted).filter(([operator]) => operator !== '$options')
  return every(
    operators.map(([operator, operand]) => {
      if (operator === '$not') return not(compileNegated(operand, place))
      if (operator === '$elemMatch') return place.at(compileElemMatch(operand))
      if (operator === '$all') return compileAll(operand, place)
      if (operator === '$size') return place.at(testSize(operand))
      if (isNearOperator(operator)) throw nearOutOfPlace()
      const tests = Object.hasOwn(placeTests, operator) ? placeTests : valueTests
      const compile = Object.hasOwn(tests, operator) ? tests[operator] : undefined
      if (unsupported.has(operator)) throw notSupported(operator)
      if (compile === undefined) throw unknownOperator(`unknown operator: ${operator}`)
      const visit = visitPlace(place, compile(operand, wanted))
      return operator === '$ne' || operator === '$nin' ? not(visit) : visit
    }),
  )
}

function visitPlace(place: Place, test: Test): Visit {
  return place.at(place.entered ? visitElements(test) : test)
}

function compileNegated(operand: Value, place: Place): Visit {
  if (operand instanceof RegExp || isCondition(operand)) return compileCondition(operand, place)
  throw queryFailed('$not needs a regex or a document')
}

/** One element must meet all conditions; a filter is one on the elements that are documents. */
function compileElemMatch(operand: Value): Visit {
  if (!isDocument(operand)) throw queryFailed('$elemMatch needs an Object')
  const visit = isCondition(operand) ? compileCondition(operand, element) : onDocument(operand)
  return (value, trace) => Array.isArray(value) && elementMeets(value, visit, trace)
}

function onDocument(filter: Document): Visit {
  const matches = compileFilter(filter)
  return (value) => isDocument(value) && matches(value)
}

function compileAll(operand: Value, place: Place): Visit {
  if (!Array.isArray(operand)) throw queryFailed('$all needs an array')
  if (operand.length === 0) return () => false
  return every(
    operand.map((wanted) => {
      if (isCondition(wanted) && !Object.hasOwn(wanted, '$elemMatch')) {
        throw queryFailed('no $ expressions in $all')
      }
      return compileCondition(wanted, place)
    }),
  )
}

/** An object is a condition when its first field is an operator of one value. */
function isCondition(value: Value): value is Document {
  if (!isDocument(value)) return false
  return Object.keys(value)[0]?.startsWith('$') === true
}

function compileExpression(wanted: Value, variables?: Variables): Visit {
  checkExpression(wanted)
  return (document) => isDocument(document) && isTrue(evaluate(document, wanted, variables))
}
