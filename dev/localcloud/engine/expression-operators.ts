import { evalExpr } from 'mingo/core'
import { $push } from 'mingo/operators/accumulator'
import type { Options } from 'mingo/types'
import { queryFailed } from '../platform-error'
import type { Value } from './document'
import { compareValues } from './value-order'

/** How the library calls an operator: what it stands on, its operand as written, and its own. */
type Operator = (subject: unknown, expression: unknown, options: Options) => unknown

/**
 * An operator whose operands are evaluated first: those of a list, or one that stands alone. More
 * than `most` are an error, as in MongoDB.
 */
export function onOperands(apply: (operands: readonly unknown[]) => unknown, most = 1): Operator {
  return (document, expression, options) => {
    const evaluated: unknown = evalExpr(document, expression, options)
    const operands: unknown[] =
      Array.isArray(expression) && Array.isArray(evaluated) ? evaluated : [evaluated]
    if (operands.length > most) {
      throw queryFailed(`an expression takes ${most} arguments, ${operands.length} were passed in`)
    }
    return apply(operands)
  }
}

/** The library's twins of these answer something else than MongoDB's manual does. */
export const expressionOperators = {
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $cmp: comparing((order) => Math.sign(order)),
  $trunc: onOperands(([number, place]) => truncate(number, place), 2),
  $ln: logarithm('$ln', Math.log),
  $log10: logarithm('$log10', Math.log10),
  $log: onOperands(([number, base]) => {
    if (isNothing(number) || isNothing(base)) return null
    if (!isPositive(number)) throw queryFailed("$log's argument must be a positive number")
    if (!isPositive(base) || base === 1) {
      throw queryFailed("$log's base must be a positive number not equal to 1")
    }
    return Math.log10(number) / Math.log10(base)
  }, 2),
  $mod: onOperands(([number, divisor]) => {
    if (isNothing(number) || isNothing(divisor)) return null
    if (typeof number !== 'number' || typeof divisor !== 'number') {
      throw queryFailed('$mod only supports numeric types')
    }
    if (divisor === 0) throw queryFailed("can't $mod by zero")
    return number % divisor
  }, 2),
  $switch: (document: unknown, expression: unknown, options: Options) => {
    // Parse edge: checkExpression saw that this is { branches: [{ case, then }], default }.
    const { branches, ...others } = expression as { branches: { case: Value; then: Value }[] }
    for (const branch of branches) {
      if (isTrue(evalExpr(document, branch.case, options))) {
        return evalExpr(document, branch.then, options)
      }
    }
    if ('default' in others) return evalExpr(document, others.default, options)
    throw queryFailed(
      '$switch could not find a matching branch for an input, and no default was specified',
    )
  },
}

/**
 * The greatest and the least by the order of all types, where null and what is missing do not
 * count, and lists, in which what is missing has no place.
 */
export const accumulatorOperators = {
  $push: (documents: unknown, expression: unknown, options: Options) =>
    valuesOf(documents, expression, options),
  $addToSet: (documents: unknown, expression: unknown, options: Options) =>
    valuesOf(documents, expression, options).filter(
      (value, at, all) => all.findIndex((other) => compareMissing(other, value) === 0) === at,
    ),
  $max: extreme((order) => order > 0),
  $min: extreme((order) => order < 0),
}

export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** Everything is true but false, null, 0 and what is missing. */
export function isTrue(value: unknown): boolean {
  return value !== false && value !== 0 && !isNothing(value)
}

function comparing(decide: (order: number) => unknown): Operator {
  return onOperands((operands) => {
    if (operands.length !== 2) throw queryFailed('a comparison takes exactly 2 arguments')
    return decide(compareMissing(operands[0], operands[1]))
  }, 2)
}

/** In an expression what is missing is below null, which is below everything else. */
function compareMissing(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) {
    return Number(left !== undefined) - Number(right !== undefined)
  }
  // Parse edge: the library hands back what documents hold.
  return compareValues(left as Value, right as Value)
}

function extreme(wins: (order: number) => boolean): Operator {
  return (documents, expression, options) => {
    if (!Array.isArray(documents)) return null
    const values: unknown[] = $push(documents, expression, options)
    const there = values.filter((value) => !isNothing(value))
    if (there.length === 0) return null
    return there.reduce((best, value) => (wins(compareMissing(value, best)) ? value : best))
  }
}

/** The values of a group's documents; wrapped, for the library makes null of what is missing. */
function valuesOf(documents: unknown, expression: unknown, options: Options): unknown[] {
  if (!Array.isArray(documents)) return []
  // Parse edge: the library gives one object of this form for each document.
  const wrapped = $push(documents, { value: expression }, options) as { value?: unknown }[]
  return wrapped.map(({ value }) => value).filter((value) => value !== undefined)
}

function logarithm(name: string, compute: (number: number) => number): Operator {
  return onOperands(([number]) => {
    if (isNothing(number)) return null
    if (!isPositive(number)) throw queryFailed(`${name}'s argument must be a positive number`)
    return compute(number)
  })
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0
}

function truncate(number: unknown, place: unknown): unknown {
  if (isNothing(number) || place === null) return null
  if (typeof number !== 'number') throw queryFailed('$trunc only supports numeric types')
  if (place !== undefined && !(Number.isInteger(place) && Math.abs(Number(place)) <= 100)) {
    throw queryFailed('cannot apply $trunc with a precision value that is no whole number')
  }
  const scale = 10 ** Number(place ?? 0)
  return Math.trunc(number * scale) / scale
}
