import { changesOf, type MemberProfile } from './profile.store'

const profile: MemberProfile = {
  memberId: 'm1',
  nickname: '林晓芸',
  avatar: 'preset:peach',
  joinedOn: '2026-01-01',
  birthdayOn: '1990-05-06',
  birthdayLockedUntilOn: null,
}
const untouched = { nickname: '林晓芸', avatar: 'preset:peach', birthdayOn: '1990-05-06' }

describe('what of a profile is saved', () => {
  it('is nothing when nothing was touched, so that the birthday stays free', () => {
    expect(changesOf(untouched, profile)).toEqual({})
  })

  it('is only what differs', () => {
    expect(changesOf({ ...untouched, avatar: 'preset:leaf' }, profile)).toEqual({
      avatar: 'preset:leaf',
    })
  })

  it('keeps the old name when the new one is empty, and trims it', () => {
    expect(changesOf({ ...untouched, nickname: '  ' }, profile)).toEqual({})
    expect(changesOf({ ...untouched, nickname: ' 小林 ' }, profile)).toEqual({ nickname: '小林' })
  })

  it('sends a birthday told for the first time', () => {
    const without = { ...profile, birthdayOn: null }
    expect(changesOf(untouched, without)).toEqual({ birthday: '1990-05-06' })
  })
})
