import { kindText } from './held-words'

describe('what a held text belongs to', () => {
  it('is said in the words of the shop', () => {
    expect(kindText({ kind: 'communityRules', field: 'text' })).toBe('群规')
    expect(kindText({ kind: 'drop', field: 'terms' })).toBe('社群福利的说明')
    expect(kindText({ kind: 'list', field: 'title' })).toBe('接龙的名字')
    expect(kindText({ kind: 'reward', field: 'words' })).toBe('礼品的说明')
    expect(kindText({ kind: 'reward', field: 'picture' })).toBe('礼品的图片')
    expect(kindText({ kind: 'something', field: 'title' })).toBe('一段文字')
  })
})
