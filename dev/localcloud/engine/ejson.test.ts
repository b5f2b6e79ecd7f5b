import { EJSON } from 'bson'
import fc from 'fast-check'
import { type Document, isDocument, type Value } from './document'
import { readPayload, writeDocument } from './ejson'
import { packDocument, unpackDocument } from './stored-document'

const leaf = fc.oneof(
  ...[fc.string(), fc.boolean(), fc.integer(), fc.maxSafeInteger(), fc.double()],
  fc.constantFrom(null, -0, 2 ** 31, -(2 ** 31), 2 ** 53, 2 ** 62, 2 ** 64, 1e300),
  fc.date({ noInvalidDate: true }),
)
const name = fc.oneof(
  fc.string({ maxLength: 5 }),
  fc.constantFrom('$set', '$inc', '_id', 'a.b', '名', '$', '$number'),
)
const { value: anything } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))
const documents = fc.dictionary(name, anything, { maxKeys: 6, noNullPrototype: true })

/** What only a stranger would send: names of EJSON beside others, and with values of any type. */
const oddName = fc.constantFrom(
  ...['$numberInt', '$numberLong', '$numberDouble', '$date', '$oid', '$undefined', '$regex'],
  ...['$options', '$minKey', '$ref', '$id', '$code', 'a', '__proto__', 'a\u0000b', '_bsontype'],
)
const oddTexts = fc.constantFrom('12', '1.5', 'x', '', '-9223372036854775808', '123456789012345678')
const { odd } = fc.letrec<{ odd: unknown }>((tie) => ({
  odd: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(oddTexts, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('odd'), { maxLength: 2 }),
    fc
      .array(fc.tuple(oddName, tie('odd')), { maxLength: 3 })
      .map((fields) => Object.fromEntries(fields)),
  ),
}))

describe('payloads', () => {
  it('are written as the library of the database writes them', () => {
    fc.assert(
      fc.property(documents, (document: Document) => {
        expect(writeDocument(document)).toBe(EJSON.stringify(document, { relaxed: false }))
      }),
      { examples: [[{ greatest: 2 ** 63, least: -(2 ** 63) }]] },
    )
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(documents, (document: Document) => {
        expect(readPayload(writeDocument(document), 0)).toStrictEqual(document)
      }),
    )
  })

  it('mean what the library says, also when no SDK would send them', () => {
    fc.assert(
      fc.property(odd, (payload) => {
        const text = JSON.stringify(payload)
        // A NUL anywhere in a text leaves all of it to the library.
        const byLibrary = (): Value => {
          const pair = readPayload(`["\\u0000", ${text}]`, 0)
          return Array.isArray(pair) ? (pair[1] ?? null) : null
        }
        expect(outcome(() => readPayload(text, 0))).toStrictEqual(outcome(byLibrary))
      }),
    )
  })
})

function outcome(read: () => Value): unknown {
  try {
    return { value: read() }
  } catch {
    // Of two faults in one payload either may be told.
    return 'refused'
  }
}

describe('an ObjectId', () => {
  const text =
    '{"_id":{"$oid":"5f0000000000000000000001"},"list":[{"$oid":"5f0000000000000000000002"}]}'

  it('is written as it was read, by the store too', () => {
    const document = readPayload(text, 0)
    if (!isDocument(document)) throw new Error('no document was read')
    expect(writeDocument(document)).toBe(text)
    expect(writeDocument(unpackDocument(packDocument(document)))).toBe(text)
  })

  it('of other than 24 digits is refused', () => {
    for (const oid of ['"5f"', '0', 'null', '"5f000000000000000000000g"', '{}']) {
      const read = (): Value => readPayload(`{"a":{"$oid":${oid}}}`, 0)
      expect(read).toThrow('the payload is not EJSON')
    }
  })
})
