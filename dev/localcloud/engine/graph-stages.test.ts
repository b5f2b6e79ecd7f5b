import { openBareEngine } from '../fixtures/bare-engine'
import type { Document } from './document'
import type { Engine } from './engine'

let engine: Engine

// The example of MongoDB's manual: who reports to whom, with a circle added.
const people: Document[] = [
  { _id: 1, mark: 'Dev' },
  { _id: 2, mark: 'Eliot', boss: 'Dev' },
  { _id: 3, mark: 'Ron', boss: 'Eliot' },
  { _id: 4, mark: 'Andrew', boss: ['Eliot', 'Ron'] },
  { _id: 5, mark: 'Asya', boss: 'Ann' },
  { _id: 6, mark: 'Ann', boss: 'Asya' },
]

beforeAll(async () => {
  engine = openBareEngine()
  await engine.insert('things', people)
})

afterAll(() => engine.close())

const chain = async (mark: string, over: Document = {}) => {
  const walk = {
    from: 'things',
    startWith: '$boss',
    connectFromField: 'boss',
    connectToField: 'mark',
    as: 'chain',
    depthField: 'depth',
    ...over,
  }
  const [person] = await engine.aggregate('things', [{ $match: { mark } }, { $graphLookup: walk }])
  const found = Array.isArray(person?.chain) ? person.chain : []
  return found.map((one) => [Object(one).mark, Object(one).depth])
}

describe('$graphLookup', () => {
  it('reaches everybody once, at the least depth, also by several ways', async () => {
    const all = [
      ['Eliot', 0],
      ['Ron', 0],
      ['Dev', 1],
    ]
    expect(await chain('Andrew')).toEqual(all)
    expect(await chain('Andrew', { depthField: 'n' })).toEqual(all.map(([m]) => [m, undefined]))
  })

  it('comes to an end in a circle, and back to where it began', async () => {
    expect(await chain('Asya')).toEqual([
      ['Ann', 0],
      ['Asya', 1],
    ])
  })

  it('stops at its depth, and walks only over what matches', async () => {
    expect(await chain('Ron', { maxDepth: 0 })).toEqual([['Eliot', 0]])
    const restrictSearchWithMatch = { mark: { $ne: 'Eliot' } }
    expect(await chain('Andrew', { restrictSearchWithMatch })).toEqual([['Ron', 0]])
  })

  it('finds nothing where nothing leads', async () => {
    expect(await chain('Dev')).toEqual([])
  })

  it('needs a collection that exists', async () => {
    await expect(chain('Ron', { from: 'nowhere' })).rejects.toThrow('not exist')
  })
})

describe('$redact', () => {
  const seen = async (expression: Document) => {
    await engine.remove('things', { filter: { mark: 'secret' }, multi: true })
    const parts = [{ level: 5, text: 'c' }, { level: 1, text: 'd' }, 7, [{ level: 9 }]]
    const deep = { level: 1, inner: { level: 5, text: 'b' }, text: 'a' }
    await engine.insert('things', [{ _id: 's', mark: 'secret', level: 1, deep, parts }])
    return engine.aggregate('things', [{ $match: { mark: 'secret' } }, { $redact: expression }])
  }
  const upTo3 = (then: string) => ({
    $cond: { if: { $lte: ['$level', 3] }, then, else: '$$PRUNE' },
  })

  it('takes out every part that may not be seen, in lists too', async () => {
    expect(await seen(upTo3('$$DESCEND'))).toEqual([
      {
        _id: 's',
        mark: 'secret',
        level: 1,
        deep: { level: 1, text: 'a' },
        parts: [{ level: 1, text: 'd' }, 7, []],
      },
    ])
  })

  it('keeps a whole document, or none of it', async () => {
    expect(await seen(upTo3('$$KEEP'))).toMatchObject([{ deep: { inner: { text: 'b' } } }])
    expect(await seen({ $literal: '$$PRUNE' })).toEqual([])
    await expect(seen({ $literal: 'keep' })).rejects.toThrow('must resolve to')
  })
})
