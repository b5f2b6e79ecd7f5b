import { engine, gateway, type RuleMutant } from './rule-mutant'

/** Schemas, ObjectIds, the names of fields, and places. */
export const valueMutants: readonly RuleMutant[] = [
  {
    rule: 'an exclusive bound of a schema leaves itself out',
    file: `${engine}/json-schema-keywords.ts`,
    find: 'const isExclusive = schema[exclusive] === true',
    replace: 'const isExclusive = schema[exclusive] === 1',
    area: 'special queries',
    killedBy: 'read bounds of a schema as draft 4 does, with switches beside them',
  },
  {
    rule: 'an unknown keyword of a schema is refused',
    file: `${engine}/json-schema-keywords.ts`,
    find: 'if (compile === undefined) throw queryFailed(',
    replace:
      'if (compile === undefined) return () => true\n  if (keyword === "") throw queryFailed(',
    area: 'special queries',
    killedBy: 'refuse a schema with a keyword that does not exist',
  },
  {
    rule: 'a path ending in a dot is refused',
    file: `${engine}/path-syntax.ts`,
    find: "if (path.endsWith('.'))",
    replace: "if (path.endsWith('..'))",
    area: 'field names',
    killedBy: 'ending in a dot are refused by orders and aggregations',
  },
  {
    rule: 'a field with a dot in its name is not stored',
    file: `${engine}/storable.ts`,
    find: "field.includes('.') ||",
    replace: '',
    area: 'field names',
    killedBy: 'ending in a dot are refused in a new document, which is not there then',
  },
  {
    rule: 'findAndModify counts what it met',
    file: `${gateway}/database-actions.ts`,
    find: 'const updated = document === null ? 0 : 1',
    replace: 'const updated = 0',
    area: 'wire',
    killedBy: 'counts and shows a document that it met and had nothing to change of',
  },
  {
    rule: 'an ObjectId is no text of its digits',
    file: `${engine}/document.ts`,
    find: 'if (id instanceof ObjectId) return',
    replace: 'if (id instanceof ObjectId) return id.toHexString() //',
    area: 'object ids',
    killedBy: 'are an `_id`, another one than their digits',
  },
  {
    rule: 'ObjectIds have a place of their own among the types',
    file: `${engine}/value-order.ts`,
    find: 'if (value instanceof ObjectId) return 7',
    replace: 'if (value instanceof ObjectId) return 10',
    area: 'object ids',
    killedBy: 'sort by their digits, after texts and before booleans',
  },
]
