import { firstNicknameOf, isFirstNickname } from './first-nickname'

describe('what a member is called at first', () => {
  it('tells her from others by the end of her number', () => {
    expect(firstNicknameOf('12345678')).toBe('惠邻会员5678')
  })

  it.each([
    ['惠邻会员5678', true],
    ['惠邻会员', true],
    ['惠邻会员小林', false],
    ['林晓棠', false],
    ['', false],
  ])('is known: %s %s', (nickname, is) => {
    expect(isFirstNickname(nickname)).toBe(is)
  })
})
