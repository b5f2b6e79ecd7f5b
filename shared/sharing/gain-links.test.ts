import { gainFrom, isPardoned } from './gain-links'
import { isLive, marksOf } from './part-marks'
import { partsOf } from './plain-chinese'

function firstAct(text: string) {
  const parts = partsOf(text).map(marksOf)
  for (const [place, part] of parts.entries()) {
    const act = part.acts.find(isLive)
    if (act) return { act, at: { part, place, parts } }
  }
  throw new Error('nobody is asked for anything')
}
const linked = (text: string) => {
  const { act, at } = firstAct(text)
  return gainFrom(act, at)
}
const pardoned = (text: string) => {
  const { act, at } = firstAct(text)
  return isPardoned(act, at)
}

describe('a gain', () => {
  it.each([
    ['转发领券', [0]],
    ['领券请转发', [0]],
    ['领券后转给邻居', []],
    ['转发到群，领鸡蛋', [1]],
    ['把海报发到群里。截图给店员，领鸡蛋', [2]],
    ['欢迎转发，今晚领鸡蛋', []],
    ['分享到群，消费满50送10', []],
    ['领取条件：转发', [0]],
    ['免费领鸡蛋，转给邻居', []],
  ])('in %s hangs on the act from the parts %j', (text, places) => {
    expect(linked(text)).toEqual(places)
  })
})

describe('a gain that hangs on an act', () => {
  it.each([
    ['邀请好友，好友首单后您得20积分', true],
    ['邀请好友得20积分，好友首单后到账', true],
    ['转发得10积分，好友首单再得20', false],
    ['分享到朋友圈，好友首单后得20积分', false],
    ['把券分享给一位好友，由好友领取', true],
    ['把券分享给一位好友，您也得一张', false],
    ['邀请好友入会得20积分', false],
  ])('is pardoned in %s: %s', (text, isLawful) => {
    expect(pardoned(text)).toBe(isLawful)
  })
})
