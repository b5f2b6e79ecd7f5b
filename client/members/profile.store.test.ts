import { changesOf, type MemberProfile, nicknameFaultOf } from './profile.store'

const profile: MemberProfile = {
  memberId: 'm1',
  nickname: '林晓芸',
  avatar: 'preset:peach',
  joinedOn: '2026-01-01',
  birthday: { calendar: 'solar', month: 5, day: 6, year: 1990 },
  birthdayLockedUntilOn: null,
}
const birthday = { calendar: 'solar', month: 5, day: 6, year: 1990 } as const
const untouched = { nickname: '林晓芸', avatar: 'preset:peach', birthday }

describe('what of a profile is saved', () => {
  it('is nothing when nothing was touched, so that the birthday stays free', () => {
    expect(changesOf(untouched, profile)).toEqual({})
  })

  it('is only what differs', () => {
    expect(changesOf({ ...untouched, avatar: 'preset:leaf' }, profile)).toEqual({
      avatar: 'preset:leaf',
    })
  })

  it('takes of a name what others see of it', () => {
    expect(changesOf({ ...untouched, nickname: '\u202E小林\u200B' }, profile)).toEqual({
      nickname: '小林',
    })
    expect(changesOf({ ...untouched, nickname: ' 小林 ' }, profile)).toEqual({ nickname: '小林' })
  })

  it('sends a birthday told for the first time', () => {
    const without = { ...profile, birthday: null }
    expect(changesOf(untouched, without)).toEqual({ birthday })
  })

  it('sends the same day by the other calendar, and no birthday without its day', () => {
    const lunar = { ...birthday, calendar: 'lunar' } as const
    expect(changesOf({ ...untouched, birthday: lunar }, profile)).toEqual({ birthday: lunar })
    const yearAlone = { calendar: 'lunar', year: 1963 } as const
    expect(changesOf({ ...untouched, birthday: yearAlone }, profile)).toEqual({})
  })
})

describe('a nickname that will not do', () => {
  it.each(['', '  ', '\u3164', '\u200B'])('is named: nothing is seen of %j', (typed) => {
    expect(nicknameFaultOf(typed)).toBe('昵称要有看得见的字')
  })

  it('is counted as people count', () => {
    expect(nicknameFaultOf('二'.repeat(21))).toBe('昵称最多 20 个字')
    expect(nicknameFaultOf('👨‍👩‍👧‍👦'.repeat(10))).toBeNull()
  })
})
