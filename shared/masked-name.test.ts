import { maskName, maskPhone } from './masked-name'

describe('what staff see of a name', () => {
  it.each([
    ['林晓棠', '林**', 'the first character alone'],
    ['老李', '老*', 'one star for one hidden character'],
    ['李', '李*', 'never the whole name'],
    ['梧桐里三号楼爱喝豆浆的欧阳慧敏妈妈', '梧**', 'a long name says no more than a short one'],
    ['Anna', 'A**', 'Latin letters too'],
    ['😀小雨', '😀**', 'an emoji is one character, not half of one'],
    ['𠮷野家', '𠮷**', 'so is a rare character'],
    ['👨‍👩‍👧小雨', '👨‍👩‍👧**', 'and a whole family'],
    ['', '*', 'no name is still a star'],
    ['惠邻会员5678', '惠邻会员5678', 'nor what nobody chose, by which staff tell her'],
  ])('%s is shown as %s: %s', (nickname, expected) => expect(maskName(nickname)).toBe(expected))
})

it('shows of a phone what its owner knows it by', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
})
