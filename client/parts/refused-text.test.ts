import { refusedText } from './refused-text'

const message = '平台不允许拿好处换分享，请换一种写法'

describe('a refusal on a form', () => {
  it('says the field’s own sentence, or that of the refusal', () => {
    expect(refusedText({ message, detail: { sentence: '有效期最多 60 个月' } })).toBe(
      '有效期最多 60 个月',
    )
    expect(refusedText({ message, detail: { field: 'title' } })).toBe(message)
  })

  it('names the clause on sharing, and what may be written instead', () => {
    const clause = '《微信小程序平台运营规范》5.1.1：不能把分享当作条件'
    const instead = '不转发也一样能领；觉得好，欢迎分享给邻居'
    expect(refusedText({ message, detail: { field: 'title', clause, instead } })).toBe(
      `${message}。${clause}。可以这样写：“${instead}”`,
    )
  })
})
