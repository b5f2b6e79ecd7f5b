import { notSupported, queryFailed, unknownOperator } from '../platform-error'
import { type Document, isDocument, type Value } from './document'
import { checkExpression } from './expressions'
import { readWalk } from './graph-stages'
import { compileMatch } from './matching'
import { checkFieldPath } from './path-syntax'
import { readSort } from './sorting'
import { compareValues, typeRank } from './value-order'

/** Refuses a pipeline that the platform would refuse, before a document is read. */
export function checkPipeline(stages: readonly Document[]): void {
  for (const stage of stages) {
    const [[name, operand] = [], ...others] = Object.entries(stage)
    if (name === undefined || operand === undefined || others.length > 0) {
      throw queryFailed('A pipeline stage specification object must contain exactly one field.')
    }
    if (refused.has(name)) throw notSupported(name)
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check === undefined) throw unknownOperator(`Unrecognized pipeline stage name: '${name}'`)
    check(operand, name)
  }
}

/** They write, tell of the server, or have no twin that is right here. */
const refused = new Set([
  '$out',
  '$merge',
  '$collStats',
  '$indexStats',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$documents',
])

const checks: Readonly<Record<string, (operand: Value, name: string) => void>> = {
  $geoNear: () => {
    throw queryFailed('$geoNear is only valid as the first stage in a pipeline.')
  },
  $match: (operand) => {
    compileMatch(documentOf(operand, '$match'))
  },
  $sort: (operand) => {
    const sort = readSort(documentOf(operand, '$sort'))
    if (sort.length === 0) throw queryFailed('$sort stage must have at least one sort key')
  },
  $limit: (operand) => {
    if (!isWhole(operand) || operand < 1) throw queryFailed('the limit must be positive')
  },
  $skip: (operand) => {
    if (!isWhole(operand) || operand < 0) throw queryFailed('Argument to $skip cannot be negative')
  },
  $sample: (operand) => {
    const { size } = documentOf(operand, '$sample')
    if (!isWhole(size) || size < 1) throw queryFailed('size argument to $sample must be positive')
  },
  $count: (operand) => {
    const named = typeof operand === 'string' && /^[^$.][^.]*$/.test(operand)
    if (!named) throw queryFailed('the count field must be a non-empty string without $ and .')
  },
  $unwind: (operand) => {
    const path = isDocument(operand) ? operand.path : operand
    if (typeof path !== 'string') throw queryFailed('no path specified to $unwind stage')
    if (!path.startsWith('$')) {
      throw queryFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`)
    }
    checkFieldPath(path)
  },
  $group: checkGroup,
  $project: (operand, name) => {
    if (Object.keys(checkFields(operand, name)).length === 0) {
      throw queryFailed('specification must have at least one field')
    }
  },
  $addFields: checkFields,
  $set: checkFields,
  $unset: () => {},
  $replaceRoot: (operand) => checkExpression(documentOf(operand, '$replaceRoot').newRoot ?? null),
  $replaceWith: checkExpression,
  $sortByCount: checkExpression,
  $bucket: (operand, name) => {
    checkBucket(operand, name)
    checkBoundaries(documentOf(operand, name).boundaries)
  },
  $bucketAuto: checkBucket,
  $lookup: checkLookup,
  $graphLookup: checkWalk,
  $redact: checkRedaction,
  $facet: (operand) => {
    for (const pipeline of Object.values(documentOf(operand, '$facet'))) {
      checkPipeline(pipelineOf(pipeline))
    }
  },
}

const accumulators = new Set(
  ['sum', 'avg', 'first', 'last', 'max', 'min', 'push', 'addToSet', 'stdDevPop', 'stdDevSamp']
    .concat('mergeObjects')
    .map((name) => `$${name}`),
)

function checkGroup(operand: Value): void {
  const { _id, ...fields } = documentOf(operand, '$group')
  if (_id === undefined) throw queryFailed('a group specification must include an _id')
  checkExpression(_id)
  checkAccumulators(fields)
}

function checkAccumulators(fields: Document): void {
  for (const [field, wanted] of Object.entries(fields)) {
    if (field.includes('.')) throw queryFailed(`The field name '${field}' cannot contain '.'`)
    if (!isDocument(wanted)) {
      throw queryFailed(`The field '${field}' must be an accumulator object`)
    }
    const [operator = '', ...others] = Object.keys(wanted)
    if (others.length > 0) {
      throw queryFailed(`The field '${field}' must specify one accumulator`)
    }
    if (!accumulators.has(operator)) throw unknownOperator(`unknown group operator '${operator}'`)
    checkExpression(wanted)
  }
}

function checkFields(operand: Value, name: string): Document {
  const fields = documentOf(operand, name)
  Object.keys(fields).forEach(checkFieldPath)
  Object.values(fields).forEach(checkExpression)
  return fields
}

function checkBucket(operand: Value, name: string): void {
  const { groupBy, output } = documentOf(operand, name)
  if (groupBy === undefined) throw queryFailed(`${name} requires 'groupBy'`)
  checkExpression(groupBy)
  if (output !== undefined) checkAccumulators(documentOf(output, name))
}

function checkBoundaries(boundaries: Value | undefined): void {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw queryFailed("The $bucket 'boundaries' field must be an array of at least 2 values")
  }
  const ascending = boundaries.every((bound, at) => {
    const before = boundaries[at - 1]
    if (before === undefined) return true
    return typeRank(before) === typeRank(bound) && compareValues(before, bound) < 0
  })
  if (!ascending) {
    throw queryFailed("The 'boundaries' option to $bucket must be sorted and of one type")
  }
}

/** Equality on two fields, or a pipeline with variables: both at once needs a later database. */
function checkLookup(operand: Value): void {
  const { from, as, localField, foreignField, pipeline } = documentOf(operand, '$lookup')
  if (typeof from !== 'string') throw queryFailed('must specify from for a $lookup')
  if (typeof as !== 'string') throw queryFailed("must specify 'as' field for a $lookup")
  checkFieldPath(as)
  if (pipeline === undefined) {
    if (typeof localField === 'string' && typeof foreignField === 'string') {
      for (const path of [localField, foreignField]) checkFieldPath(path)
      return
    }
    throw queryFailed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField'")
  }
  if (localField !== undefined || foreignField !== undefined) {
    throw queryFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
  }
  checkPipeline(pipelineOf(pipeline))
}

function checkWalk(operand: Value): void {
  const { startWith, filter } = readWalk(documentOf(operand, '$graphLookup'))
  checkExpression(startWith)
  compileMatch(filter)
}

/** Parts of a document are looked at as documents of their own, which `$$ROOT` is not. */
function checkRedaction(operand: Value): void {
  if (/"\$\$ROOT/.test(JSON.stringify(operand))) throw notSupported('$$ROOT in $redact')
  checkExpression(operand)
}

/** A list of stages as the SDK's `pipeline()...done()` makes it. */
export function pipelineOf(value: Value | undefined): Document[] {
  if (Array.isArray(value) && value.every(isDocument)) return value
  throw queryFailed('a pipeline must be an array of objects')
}

function documentOf(value: Value, name: string): Document {
  if (isDocument(value)) return value
  throw queryFailed(`the ${name} specification must be an object`)
}

function isWhole(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}
