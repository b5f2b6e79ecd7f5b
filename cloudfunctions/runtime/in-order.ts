/**
 * What a document says, as names and values in one order, whichever way the database keeps them:
 * a hash is taken of that. What is not there is not named, so that a new field changes no old hash.
 */
export function inOrder(fields: object): (readonly [string, unknown])[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => [name, ordered(value)] as const)
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  return typeof value === 'object' && value !== null ? inOrder(value) : value
}
