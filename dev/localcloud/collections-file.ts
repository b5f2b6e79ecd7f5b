import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { isRuleExpression } from './client/rule-expression'
import type { Declarations } from './declarations'

const direction = v.union([v.literal(1), v.literal(-1)])
const index = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  fields: v.pipe(v.array(v.strictTuple([v.string(), direction])), v.nonEmpty()),
  unique: v.optional(v.boolean()),
})
const rule = v.optional(
  v.union([
    v.boolean(),
    v.pipe(v.string(), v.maxLength(1024), v.check(isRuleExpression, 'is no expression of a rule')),
  ]),
)
const rules = v.union([
  v.picklist(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY']),
  v.strictObject({ read: rule, write: rule, create: rule, update: rule, delete: rule }),
])
const file = v.record(
  v.string(),
  v.strictObject({
    placeIndexes: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
    indexes: v.optional(v.pipe(v.array(index), v.maxLength(20)), []),
    clientRules: v.optional(rules, { read: false, write: false }),
  }),
)

/**
 * Collections as `--collections FILE` declares them: `{"orders": {"indexes": [{"name": "byDay",
 * "fields": [["day", -1]], "unique": false}]}}`. What is malformed is told with its place.
 */
export function readCollectionsFile(path: string): Declarations {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (fault) {
    throw new Error(`${path} is not JSON: ${String(fault)}`)
  }
  const read = v.safeParse(file, parsed)
  if (!read.success) {
    const [issue] = read.issues
    throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
  }
  return read.output
}
