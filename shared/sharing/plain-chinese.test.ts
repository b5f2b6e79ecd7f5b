import { partsOf } from './plain-chinese'

const textsOf = (text: string) => partsOf(text).map((part) => part.text)

describe('a text in plain Chinese', () => {
  it.each([
    ['分 享·领_券', ['分享领券']],
    ['分，享，领，券', ['分享领券']],
    ['ｆｅｎ享＋５', ['分享5']],
    ['轉發到羣裡', ['转发到群里']],
    ['pyq 集赞，你来', ['朋友圈集赞', '您来']],
    ['今晚八点🎉，先到先得', ['今晚八点', '先到先得']],
  ])('%s is %j', (text, parts) => {
    expect(textsOf(text)).toEqual(parts)
  })

  it('knows which parts are one sentence', () => {
    expect(partsOf('转发，领券。欢迎光临\n好').map(({ sentenceNo }) => sentenceNo)).toEqual([
      0, 0, 1, 2,
    ])
  })
})
