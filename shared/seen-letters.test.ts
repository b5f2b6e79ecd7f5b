import { seenLetters, seenText } from './seen-letters'

const family = '👨‍👩‍👧‍👦'
const england = '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'

describe('letters as people count them', () => {
  it.each([
    ['林晓棠', 3],
    ['Anna', 4],
    ['𠮷野家', 3],
    [family, 1],
    [family.repeat(10), 10],
    ['👍🏽👍', 2],
    ['🇨🇳🇨🇳', 2],
    [england, 1],
    ['❤️❤', 2],
    ['1️⃣2', 2],
    ['e\u0301e', 2],
    ['👩🏻‍🤝‍👨🏿', 1],
    ['', 0],
  ])('%s has %i', (text, count) => {
    expect(seenLetters(text)).toHaveLength(count)
    expect(seenLetters(text).join('')).toBe(text)
  })
})

describe('what is seen of a text', () => {
  it.each([
    ['小\u202E雨', '小雨'],
    ['\u2066小雨\u2069', '小雨'],
    ['小\u200B雨\uFEFF', '小雨'],
    ['小\u200D雨', '小雨'],
    ['\u3164', ''],
    ['\u115F\u1160\uFFA0', ''],
    ['\u2800\u2800', ''],
    ['\u00AD\u034F\u2060', ''],
    ['\u3000 \u00A0', ''],
    ['小\u3000 雨 ', '小 雨'],
    ['小\n雨', '小 雨'],
    ['小\uF8FF雨', '小雨'],
    ['小\uD83D雨', '小雨'],
    [family, family],
    [`小雨${family}`, `小雨${family}`],
    [england, england],
    ['❤️', '❤️'],
    ['👍\u200D', '👍'],
  ])('%j is %j', (text, seen) => {
    expect(seenText(text)).toBe(seen)
  })
})
