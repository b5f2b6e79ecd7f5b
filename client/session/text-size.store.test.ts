import { phone } from '../../dev/harness/taro'
import { kept } from '../cache'
import { textClass, textSizeStore } from './text-size.store'

describe('the size of text', () => {
  it.each([
    [16, ''],
    [17, ''],
    [19, 'text-larger'],
    [22, 'text-large'],
    [28, 'text-large'],
  ])('follows the phone, set to %i', (phonePx, expected) => {
    expect(textClass({ isLarge: false, phonePx })).toBe(expected)
  })

  it('is large for whoever chose 大字版, however her phone is set', () => {
    expect(textClass({ isLarge: true, phonePx: 16 })).toBe('text-large')
  })

  it('keeps the choice on the phone', () => {
    phone.reset()
    textSizeStore.getState().choose(true)
    expect(kept('large-text')).toBe(true)
    expect(textSizeStore.getState().isLarge).toBe(true)
  })
})
