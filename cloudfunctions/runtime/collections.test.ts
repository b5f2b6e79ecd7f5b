import { belongings } from './belongings'
import { type CollectionName, collections } from './collections'
import type { CollectionDeclaration } from './declaration'

const all: [string, CollectionDeclaration][] = Object.entries(collections)
const startsWith = (declaration: CollectionDeclaration, field: string) =>
  declaration.indexes.some(({ fields }) => fields[0]?.[0] === field)

describe('the declared collections', () => {
  it.each(all)('%s, found by a member, says whose it is', (_name, declaration) => {
    const { memberBy } = declaration
    if (startsWith(declaration, 'memberId')) expect(memberBy).toBe('memberId')
    if (memberBy === 'memberId' || memberBy === '_id') return
    expect(declaration.followsUnlessUsed).toBeUndefined()
  })

  it.each(belongings)('%s, which follows its member, is found by her and by the merge', (name) => {
    const declaration: CollectionDeclaration = collections[name]
    expect(startsWith(declaration, 'memberId')).toBe(true)
    expect(startsWith(declaration, 'mergeId')).toBe(true)
    expect(declaration.followsUnlessUsed?.length).toBeGreaterThan(0)
  })

  it('removes nothing of the books', () => {
    const books: CollectionName[] = [
      'points_entries',
      'points_accounts',
      'certificates',
      'purchases',
    ]
    for (const name of books) expect(collections[name]).not.toHaveProperty('keptDays')
  })
})
