import * as v from 'valibot'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/**
 * What nobody could verify and code could depend on (README, "What nobody could verify"). The cloud
 * goes by the value that stands first, the stricter one; `--reading NAME=VALUE` tries the other.
 */
const schema = v.strictObject({
  /** The code beside a taken key's text; the SDKs have a number for the first only. */
  duplicateKey: v.optional(
    v.picklist(['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE']),
    'DATABASE_REQUEST_FAILED',
  ),
  /** An update that the SDK emptied: an error, or nothing changed. */
  emptyUpdate: v.optional(v.picklist(['refused', 'nothing']), 'refused'),
  /** Reads and writes of one transaction. */
  transactionOperations: v.optional(whole(1, 1_000_000), 100),
  /** The largest request of a function to the database, in megabytes. */
  requestMb: v.optional(whole(1, 20), 5),
  /** Joining a collection that does not exist: an error, or nothing found. */
  lookupMissing: v.optional(v.picklist(['refused', 'nothing']), 'refused'),
  /** What a phone may do with a collection that a function created. */
  createdCollections: v.optional(v.picklist(['ADMINONLY', 'PRIVATE']), 'ADMINONLY'),
  /** How long an address lives for which no `maxAge` was asked. */
  addressSeconds: v.optional(whole(60, 86_400), 600),
  /** The lists of `queryRefund`, which the documentation shows filled and reports show empty. */
  refundLists: v.optional(v.picklist(['empty', 'filled']), 'empty'),
  /** APPID in calls that no phone began. */
  appIdOfTimers: v.optional(v.picklist(['absent', 'present']), 'absent'),
})

export type Readings = Readonly<v.InferOutput<typeof schema>>

/** All readings, those that were not chosen by their stricter value. */
export function readingsWith(chosen: Partial<Readings> = {}): Readings {
  return v.parse(schema, chosen)
}

/**
 * Readings as `--reading NAME=VALUE` names them.
 * @throws a sentence when there is no such reading, or no such value of it.
 */
export function readReadings(texts: readonly string[]): Readings {
  const chosen = texts.map((text) => {
    const [name = '', value = ''] = text.split('=')
    return [name, /^\d+$/.test(value) ? Number(value) : value]
  })
  const read = v.safeParse(schema, Object.fromEntries(chosen))
  if (read.success) return read.output
  const [issue] = read.issues
  const names = Object.keys(schema.entries).join(', ')
  throw new Error(`--reading ${v.getDotPath(issue) ?? ''}: ${issue.message}; they are ${names}`)
}
