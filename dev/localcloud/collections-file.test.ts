import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCollectionsFile } from './collections-file'

describe('a collections file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'huilin-collections-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = (declared: unknown) => {
    const path = join(folder, 'collections.json')
    writeFileSync(path, JSON.stringify(declared))
    return readCollectionsFile(path)
  }

  it('names the fields that hold places', () => {
    expect(read({ shops: { placeIndexes: ['at'] } }).shops).toMatchObject({
      indexes: [],
      placeIndexes: ['at'],
    })
    expect(read({ shops: {} }).shops?.placeIndexes).toBeUndefined()
  })

  it('is refused when such a field has no name', () => {
    expect(() => read({ shops: { placeIndexes: [''] } })).toThrow('shops.placeIndexes.0')
  })
})
