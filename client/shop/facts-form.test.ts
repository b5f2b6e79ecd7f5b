import { factsFormOf, factsOf, factsProblems, isSameFacts } from './facts-form'

const words = {
  ...{ name: '小满鲜食', slogan: '清早的菜', notice: '周一盘点' },
  ...{ noticeFromOn: null, noticeUntilOn: null },
}
const dated = { ...words, noticeFromOn: '2026-11-30', noticeUntilOn: '2026-12-02' }
const form = factsFormOf(words, '2026-11-29')

describe('the form of the shop’s words', () => {
  it.each([[words], [dated], [{ ...words, notice: '' }]])(
    'sends back what it was given',
    (given) => {
      const typed = factsFormOf(given, '2026-11-29')
      expect(factsOf(typed)).toEqual(given)
      expect(isSameFacts(typed, given)).toBe(true)
    },
  )

  it('offers today as the first day of a notice that gets dates', () => {
    expect(factsOf({ ...form, isDated: true })).toMatchObject({
      noticeFromOn: '2026-11-29',
      noticeUntilOn: '2026-11-29',
    })
  })

  it('sends no dates without a notice, and no blanks around a text', () => {
    const typed = { ...form, name: ' 小满鲜食　', notice: ' \n ', isDated: true }
    expect(factsOf(typed)).toEqual({ ...words, notice: '' })
  })

  it('takes a notice in two lines as one', () => {
    expect(factsOf({ ...form, notice: '周一盘点\n九点开门' }).notice).toBe('周一盘点 九点开门')
  })

  it('wants a name, and a last day that is not before the first', () => {
    expect(Object.keys(factsProblems({ ...form, name: '　' }))).toEqual(['name'])
    const backwards = { ...factsFormOf(dated, '2026-11-29'), untilOn: '2026-11-29' }
    expect(Object.keys(factsProblems(backwards))).toEqual(['untilOn'])
    expect(factsProblems(form)).toEqual({})
  })
})
