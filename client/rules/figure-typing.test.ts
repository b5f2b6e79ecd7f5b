import { figuresOf } from '@shared/rules/rule-figures'
import { newShop } from '@shared/rules/shop'
import { askedFields, readForm, typedFrom } from './figure-typing'

const earn = figuresOf('earn-by-spend', newShop)
const typed = typedFrom('earn-by-spend', earn)

it('asks for what matters by what was chosen', () => {
  const tiers = typedFrom('member-tiers', figuresOf('member-tiers', newShop))
  const namesOf = (change: Record<string, string>) =>
    askedFields('member-tiers', { ...tiers, ...change }).map(({ name }) => name)
  expect(namesOf({ method: '0' })).toEqual(['method'])
  expect(namesOf({})).toContain('silverFen')
  expect(namesOf({})).not.toContain('silverVisits')
  expect(namesOf({ method: '3' })).toEqual(expect.arrayContaining(['silverMerit', 'tenureWeight']))
  expect(namesOf({ window: '2' })).toContain('cycleMonth')
  expect(namesOf({ window: '0' })).not.toContain('graceDays')
  expect(namesOf({ method: '0', window: '2' })).not.toContain('cycleMonth')
})

describe('the figures of a rule, typed', () => {
  it('read as they were written', () => {
    const full = { ...earn, dayCapPoints: 300, memberDays: [8, 18], memberDayPercent: 200 }
    const again = readForm('earn-by-spend', typedFrom('earn-by-spend', full))
    expect(again).toEqual({ figures: full, problems: {} })
    expect(typed).toMatchObject({ fenPerPoint: '1.00', dayCapPoints: '', memberDays: '' })
  })

  it.each([
    ['fenPerPoint', '0.5', 50],
    ['dayCapPoints', '', null],
    ['memberDays', '8，18 28', [8, 18, 28]],
    ['validityMonths', ' 24 ', 24],
  ])('take %s typed as "%s" for %j', (name, text, figure) => {
    const { figures } = readForm('earn-by-spend', { ...typed, [name]: text })
    expect(figures?.[name]).toEqual(figure)
  })

  it('say everything at once, also beside what cannot be read', () => {
    const wrong = { ...typed, memberDays: '八号', validityMonths: '0' }
    expect(readForm('earn-by-spend', wrong)).toEqual({
      figures: null,
      problems: {
        memberDays: '请写成 8、18、28 这样的日子',
        validityMonths: '有效期要在 1 个月 到 60 个月 之间',
      },
    })
  })

  it.each([
    ['validityMonths', '', '请填写有效期'],
    ['validityMonths', '1.5', '请填写整数，不要小数'],
    ['validityMonths', '0', '有效期要在 1 个月 到 60 个月 之间'],
    ['fenPerPoint', 'abc', '读不出金额，请写成 35.80'],
    ['memberDays', '八号', '请写成 8、18、28 这样的日子'],
    ['memberDays', '8', undefined],
  ])('say under %s typed as "%s": %s', (name, text, sentence) => {
    const { problems } = readForm('earn-by-spend', { ...typed, [name]: text })
    expect(problems[name]).toBe(sentence)
  })
})
