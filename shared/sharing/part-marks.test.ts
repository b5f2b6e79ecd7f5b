import { isLive, isSoft, marksOf } from './part-marks'

const read = (text: string) => marksOf({ text, sentenceNo: 0 })
const liveKinds = (text: string) => {
  const live = read(text).acts.filter(isLive)
  return [...new Set(live.map(({ kind }) => kind))]
}

describe('the marks of a part', () => {
  it.each([
    ['转发到业主群', ['share']],
    ['邀请三位好友', ['invite']],
    ['集满38个赞', ['tap']],
    ['好友点开您的链接', ['opening']],
    ['分享装薯片', []],
    ['邀请您参加', []],
    ['无需转发或邀请好友', []],
    ['不转发的', []],
    ['店长会在群里分享', []],
    ['不得不转发', ['share']],
    ['不要忘了转发', ['share']],
  ])('%s asks for %j', (text, kinds) => {
    expect(liveKinds(text)).toEqual(kinds)
  })

  it('tell what nobody has to do from what somebody has not done', () => {
    expect(read('无需转发').acts[0]).toMatchObject({ isDenied: true, isUndone: false })
    expect(read('不转发的').acts[0]).toMatchObject({ isDenied: false, isUndone: true })
  })

  it('see a gain, and none where it is denied or hangs on nothing', () => {
    expect(read('转发送积分').gainsAt).toEqual([2])
    expect(read('转发没有奖励').gainsAt).toEqual([])
    expect(read('不转发也能领').gainsAt).toEqual([])
    expect(read('转发加5分').figuresAt).not.toEqual([])
    expect(read('消费满50送10').hasOwnCondition).toBe(true)
  })

  it('hear a friendly word before an act', () => {
    const asked = read('欢迎转发')
    const [act] = asked.acts
    expect(act && isSoft(asked, act)).toBe(true)
  })
})
