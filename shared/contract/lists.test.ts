import { contract } from './contract'

/** What the door lets pass of a list, whatever it is of (`cloudfunctions/runtime/parse.ts`). */
const DOOR_ITEMS = 1_000

interface Node {
  readonly kind?: string
  readonly type?: string
  readonly requirement?: number
  readonly pipe?: readonly Node[]
  readonly [part: string]: unknown
}

/** Each list that a schema holds, by how many items it may have; null: nothing bounds it. */
function listsIn(schema: Node): (number | null)[] {
  const { type, pipe = [], item, entries, wrapped, options } = schema
  const inside = [item, wrapped, ...valuesOf(entries), ...valuesOf(options), ...pipe.slice(1)]
  const below = inside.filter(isSchema).flatMap(listsIn)
  if (type !== 'array') return below
  const bound = pipe.find((action) => action.type === 'max_length')
  return [bound?.requirement ?? null, ...below]
}

function valuesOf(parts: unknown): unknown[] {
  return typeof parts === 'object' && parts !== null ? Object.values(parts) : []
}

function isSchema(value: unknown): value is Node {
  return Object(value).kind === 'schema'
}

const lists = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries(actions).flatMap(([action, { input }]) =>
    listsIn({ ...input }).map((most) => ({ endpoint: `${feature}.${action}`, most })),
  ),
)

describe('a list that a phone may send', () => {
  it('is found wherever it is', () => {
    const named = new Set(lists.map(({ endpoint }) => endpoint))
    expect([...named]).toEqual(
      expect.arrayContaining(['coupons.issue', 'coupons.saveTemplate', 'purchases.settle']),
    )
  })

  it.each(lists)('of $endpoint is bounded by its schema: $most', ({ most }) => {
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThanOrEqual(DOOR_ITEMS)
  })
})
