import { checkPipeline } from './aggregation-stages'
import type { Document } from './document'

const graph = { from: 'a', startWith: '$a', connectFromField: 'a', connectToField: 'b', as: 'c' }

describe('a pipeline', () => {
  it.each<[string, Document[]]>([
    ["Unrecognized pipeline stage name: '$foo'", [{ $foo: 1 }]],
    ['exactly one field', [{ $limit: 1, $skip: 1 }]],
    ['$geoNear is only valid as the first stage', [{ $geoNear: {} }]],
    ['$out is not supported', [{ $out: 'x' }]],
    ['$$ROOT in $redact is not supported', [{ $redact: '$$ROOT.level' }]],
    ['must be sorted', [{ $bucket: { groupBy: '$a', boundaries: [2, 1] } }]],
    ["'from' must be a string", [{ $graphLookup: {} }]],
    ['nonnegative', [{ $graphLookup: { ...graph, maxDepth: -1 } }]],
    ['the limit must be positive', [{ $limit: 0 }]],
    ['$skip cannot be negative', [{ $skip: -1 }]],
    ['at least one sort key', [{ $sort: {} }]],
    ['$sort key ordering must be 1', [{ $sort: { a: 'desc' } }]],
    ['must include an _id', [{ $group: { n: { $sum: 1 } } }]],
    ['must be an accumulator object', [{ $group: { _id: 1, n: '$a' } }]],
    ["unknown group operator '$foo'", [{ $group: { _id: 1, n: { $foo: 1 } } }]],
    ['Unrecognized expression', [{ $project: { a: { $foo: 1 } } }]],
    ['unknown operator: $foo', [{ $match: { a: { $foo: 1 } } }]],
    ["prefixed with a '$'", [{ $unwind: 'tags' }]],
    ['may not specify', [{ $lookup: { from: 'stock', as: 'x', localField: 'a', pipeline: [] } }]],
    ['count field', [{ $count: '$n' }]],
    ['$$NOW is not supported', [{ $project: { now: '$$NOW' } }]],
  ])('is refused with "%s" before a document is read', (sentence, stages) => {
    expect(() => checkPipeline(stages)).toThrow(sentence)
  })
})
