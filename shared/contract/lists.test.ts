import type { GenericSchema } from 'valibot'
import { contract } from './contract'

const inputs = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries(actions).map(([action, { input }]) => [`${feature}.${action}`, input] as const),
)

/** What the door lets pass of a list, whatever it is of (`cloudfunctions/runtime/parse.ts`). */
const DOOR_ITEMS = 1_000

/** Each list within a schema, and how many items it may have: null where nothing bounds it. */
function listsIn(schema: unknown): (number | null)[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { type, pipe = [], item, entries = {}, wrapped, options = [] } = Object(schema)
  const inner: unknown[] = [...pipe, item, ...Object.values(entries), wrapped, ...options]
  const below = inner.filter((each) => each !== schema && isSchema(each)).flatMap(listsIn)
  const isList = type === 'array' && !pipe.includes(schema)
  if (type !== 'array') return below
  const bound = pipe.find((action: { type: string }) => action.type === 'max_length')
  return isList || pipe.length === 0 || pipe[0]?.type === 'array'
    ? [bound?.requirement ?? null, ...below]
    : below
}

function isSchema(value: unknown): value is GenericSchema {
  return Object(value).kind === 'schema'
}
