import fc from 'fast-check'
import { optional, optionalIn } from './optional-fields'
import { notAnId, wrongBirthdays, wrongByField } from './wrong-fields'
import { wrongIn } from './wrong-list-fields'

/** One event that must be refused, and the field that the refusal must name. */
export interface Malformed {
  /** JSON as it goes over the wire: some of it no serializer of ours would write. */
  readonly text: string
  readonly field: string
}

export interface WellFormed {
  readonly action: string
  readonly requestId: string
  readonly input: Readonly<Record<string, unknown>>
  /** A cloudID, of those that ask for one. */
  readonly group?: object
}

/** Wrong for every field, whatever it holds; what one check would refuse stands in one line. */
const kindsOfWrong: readonly (readonly unknown[])[] = [
  [null],
  [[], [1], [['a']]],
  [{}, { toString: 'x' }],
  [{ $gt: '' }, { $ne: null }, { $exists: true }, { $set: { role: 'manager' } }],
  [{ 'a.b': 1 }],
  [JSON.parse('{"__proto__": {"role": "manager"}}')],
  [-1, -0.5, -1e21],
  [0.1, 1e-7],
  [2 ** 53, 1e21],
  [''],
  ['x'.repeat(5_000)],
  ['a\u0000b', 'a\u0007b'],
  ['a\u202Eb'],
  ['\uD800'],
]

/** At the top of the event: what is no cloudID, and what a phone that invents a group writes. */
const notAGroup: readonly unknown[] = [
  ...[[], {}, 'x', 5, true, { $cloudID: '43_forged' }, [{ $cloudID: '43_forged' }]],
  ...[{ opengid: 'mine' }, { data: { opengid: 'mine' } }],
  { cloudID: '43_forged', data: { opengid: 'mine', watermark: { appid: 'wx0000000000huilin' } } },
]

/** Wrong everywhere but here. */
const rightByField: Readonly<Record<string, readonly unknown[]>> = {
  points: [-1],
  byCount: [-1],
  stackGroup: [null],
  // Without a bound.
  monthCount: [null],
  // Said in the pictures.
  words: [''],
  // What nobody sees of a name is left out of it.
  nickname: ['a\u0000b', 'a\u0007b', 'a\u202Eb'],
}
/** Right in some actions alone. */
const rightIn: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  // Of no community.
  create: { communityId: [null] },
  save: { communityId: [null] },
  // Taken away by it.
  change: { remark: [null] },
  changeFor: { remark: [null] },
  // Taken off by it.
  pinWish: { rewardId: [null] },
  // Bytes, although of no text: four letters of base64 are always some.
  decodeText: { base64: ['x'.repeat(5_000)] },
}
/** A pasted message may be any text, hidden letters and all. */
function isPasted({ action }: WellFormed, field: string, value: unknown): boolean {
  return action === 'readText' && field === 'text' && typeof value === 'string' && value !== ''
}

/** Nothing of it is asked for, and what nobody knows is dropped. */
const mayBeBare = new Set(['limits'])
const mayBeBareIn: Readonly<Record<string, readonly string[]>> = {
  saveRule: ['when', 'who', 'budget'],
}
const mayBeEmpty = new Set(['pictures'])
/** Objects whose first field is missed where there is nothing in them. */
const firstInside: Readonly<Record<string, string>> = {
  place: 'place.latitude',
  threshold: 'threshold.count',
  facts: 'facts.name',
  store: 'store.name',
}

/** So many events, each one change away from an event that is in order; the same for a seed. */
export function malformedTwins(event: WellFormed, count: number, seed: number): Malformed[] {
  const envelopes = fc.constantFrom(...envelopesOf(event))
  const fields = fieldsOf(event).map((field) =>
    fc.constantFrom(...field.kinds.flat(), ...field.bounds, ...field.missing),
  )
  return fc.sample(fc.oneof(envelopes, ...fields), { numRuns: count, seed })
}

/**
 * Each field once with each kind of what is wrong anywhere, with everything that is wrong with it
 * alone, and missing; the seed chooses within a kind. The envelope is read before anyone knows the
 * action: all that may be wrong with it, or so much as the seed chooses.
 */
export function everyKindOfMalformed(
  event: WellFormed,
  { envelopes, seed }: { envelopes: 'all' | number; seed: number },
): Malformed[] {
  const around = envelopesOf(event)
  const someAround =
    envelopes === 'all' ? fc.constant(around) : fc.shuffledSubarray(around, exactly(envelopes))
  const ofKinds = fieldsOf(event).flatMap(({ kinds }) =>
    kinds.map((kind) => fc.constantFrom(...kind)),
  )
  const [chosen = []] = fc.sample(
    fc.tuple(someAround, fc.tuple(...ofKinds)).map(([some, fields]) => [...some, ...fields]),
    { numRuns: 1, seed },
  )
  return [...chosen, ...fieldsOf(event).flatMap(({ bounds, missing }) => [...bounds, ...missing])]
}

const exactly = (length: number) => ({ minLength: length, maxLength: length })

/** What is wrong with one field, by kinds, by the bounds that are its own, and by its absence. */
interface WrongField {
  readonly kinds: readonly (readonly Malformed[])[]
  readonly bounds: readonly Malformed[]
  readonly missing: readonly Malformed[]
}

function fieldsOf(event: WellFormed): WrongField[] {
  return Object.keys(event.input).map((field) => {
    const changed = (value: unknown) =>
      withInput(event, { [field]: value }, pathOf(event, field, value))
    const isWrong = (value: unknown) =>
      !rightByField[field]?.includes(value) &&
      !rightIn[event.action]?.[field]?.includes(value) &&
      !isPasted(event, field, value) &&
      !(mayBeEmpty.has(field) && Array.isArray(value) && value.length === 0) &&
      !((mayBeBare.has(field) || mayBeBareIn[event.action]?.includes(field)) && isBare(value))
    return {
      kinds: kindsOfWrong
        .map((kind) => kind.filter(isWrong).map(changed))
        .filter((kind) => kind.length > 0),
      bounds: (wrongIn[event.action]?.[field] ?? wrongByField[field] ?? notAnId).map(changed),
      missing: missingOf(event, field),
    }
  })
}

/** An object without a name that means something: operators and prototypes do. */
function isBare(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.getOwnPropertyNames(value).every((name) => name === 'toString')
}

function bareOf(value: unknown): unknown {
  return isBare(value) ? value : null
}

/** A list whose first part is none of its parts is named down to there. */
function pathOf({ input }: WellFormed, field: string, value: unknown): string {
  const parts = input[field]
  if (field === 'limits') return pathInLimits(value)
  if (field === 'birthday') return pathInBirthday(value)
  // A key that nobody declared is named, not dropped.
  if (field === 'answers') return [field, ...Object.keys(Object(bareOf(value)))].join('.')
  const missed = firstInside[field]
  if (missed !== undefined && isBare(value)) return missed
  if (!Array.isArray(parts) || !Array.isArray(value) || value.length !== 1) return field
  if (typeof parts[0] !== 'object') return `${field}.0`
  const [firstKey = ''] = Object.keys(Object(parts[0]))
  return Array.isArray(value[0]) ? `${field}.0.${firstKey}` : `${field}.0`
}

/** A birthday is named down to what is wrong in it; the first that it lacks is its calendar. */
function pathInBirthday(value: unknown): string {
  const lacksAll = Array.isArray(value) || isBare(value)
  const field = lacksAll ? 'calendar' : wrongBirthdays.get(value)
  return field === undefined ? 'birthday' : `birthday.${field}`
}

/** The limits that are wrong in themselves are named down to what is wrong in them. */
function pathInLimits(value: unknown): string {
  const [name = ''] = isBare(value) ? [] : Object.keys(Object(value))
  const inner = new Map([
    ['weekdays', 'limits.weekdays'],
    ['hours', 'limits.hours.0.until'],
  ])
  return inner.get(name) ?? 'limits'
}

/** Without a ticket it is the member's code that is missed; a store is named by managers only. */
function missingOf(event: WellFormed, field: string): Malformed[] {
  if (optional.has(field) || (field === 'storeId' && event.action !== 'appoint')) return []
  if (optionalIn[event.action]?.includes(field)) return []
  const missed = field === 'ticket' ? 'memberCode' : field
  return [withInput(event, { [field]: undefined }, missed)]
}

/** What is wrong with the event as a whole, or in a place that no field has. */
function envelopesOf(event: WellFormed): Malformed[] {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const raw = (text: string, field: string) => ({ text, field })
  const around = (change: object, field: string) =>
    raw(JSON.stringify({ ...event, ...change }), field)
  const many = Object.fromEntries(Array.from({ length: 65 }, (_, key) => [`key${key}`, 1]))
  const { action } = event
  return [
    ...['null', '[]', '"join"', '5', 'true', '[{"action":"join"}]'].map((text) =>
      raw(text, 'event'),
    ),
    ...[null, 5, [], {}, true, undefined].map((wrong) => around({ action: wrong }, 'action')),
    ...[null, 5, [], {}, '', 'a b', 'x'.repeat(65), '编号', { $gt: '' }].map((wrong) =>
      around({ requestId: wrong }, 'requestId'),
    ),
    ...[null, [], [1], 'x', 5, true].map((wrong) => around({ input: wrong }, 'input')),
    ...(event.group ? notAGroup : []).map((group) => around({ group }, 'group')),
    withInput(event, { $where: '1' }, '$where'),
    withInput(event, { 'a.b': 1 }, 'a.b'),
    withInput(event, { 'a\u0000': 1 }, 'a\u0000'),
    withInput(event, { constructor: { prototype: {} } }, 'constructor'),
    withInput(event, { extra: { deeper: { $gt: 1 } } }, 'extra'),
    withInput(event, { extra: JSON.parse(nested(9)) }, 'extra'),
    withInput(event, many, 'input'),
    withInput(event, { extra: 'x'.repeat(100_001) }, 'input'),
    withInput(event, JSON.parse('{"__proto__": {"role": "manager"}}'), '__proto__'),
    raw(`${JSON.stringify({ action }).slice(0, -1)},"input":{"extra":${nested(5_000)}}}`, 'extra'),
  ]
}

function withInput(event: WellFormed, change: object, field: string): Malformed {
  const input = { ...event.input, ...change }
  return { text: JSON.stringify({ ...event, input }), field }
}
