import { myEntry } from '../../dev/harness/list-shown'
import { damageWish, emptyDamage, fetchedLines, missingInDamage } from './damage-form'

const [line] = myEntry().lines
if (!line) throw new Error('she has ordered something')
const fetched = { ...line, collectedQuantity: 1 }

describe('what she says of bad fruit', () => {
  it('is of what she has fetched', () => {
    expect(fetchedLines({ lines: [line] })).toEqual([])
    expect(fetchedLines({ lines: [fetched] })).toEqual([fetched])
  })

  it('takes the only thing for granted, and asks among several', () => {
    expect(emptyDamage([fetched]).itemId).toBe('i1')
    const weighed = { ...fetched, itemId: 'i2', unit: 'jin' } as const
    expect(emptyDamage([weighed, fetched])).toMatchObject({ itemId: '', quantity: 0.5 })
  })

  it('wants a picture', () => {
    const form = emptyDamage([fetched])
    expect(missingInDamage(form)).toBe('拍一张照片')
    expect(missingInDamage({ ...form, itemId: '' })).toBe('选哪一样坏了')
    const whole = { ...form, picture: 'cloud://a/b.jpg', words: ' 压坏了 ' }
    expect(missingInDamage(whole)).toBeNull()
    expect(damageWish('e3', whole)).toMatchObject({ entryId: 'e3', words: '压坏了', quantity: 1 })
  })
})
