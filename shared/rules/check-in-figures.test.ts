import { newCheckInRule } from '../checkin/check-in-rule'
import { checkInFields, checkInFiguresOf, checkInRuleFrom } from './check-in-figures'
import { problemsIn } from './rule-draft'

const figures = checkInFiguresOf(newCheckInRule)
const named = (name: string) => figures[name] ?? Number.NaN

describe('the figures of the check-in', () => {
  it('are the ladder, two of each bonus, and the cards, and lead back to the rule', () => {
    expect(Object.keys(figures)).toEqual(checkInFields.map(({ name }) => name))
    expect(figures).toMatchObject({ day1Points: 2, day7Points: 5, bonus2Days: 14 })
    expect(checkInRuleFrom(1, named)).toEqual(newCheckInRule)
  })

  it('want a longer streak for each bonus', () => {
    expect(problemsIn('check-in', figures)).toEqual({})
    const sentence = '要比前一份奖励的天数多'
    expect(problemsIn('check-in', { ...figures, bonus1Days: 14 })).toEqual({ bonus2Days: sentence })
    expect(problemsIn('check-in', { ...figures, bonus3Days: 14 })).toEqual({ bonus3Days: sentence })
  })
})
