import { grantKeyOf, isGranted, partsOfGrant } from './grant-key'

it('names rule, member and occasion, and is read back', () => {
  const key = grantKeyOf('birthday-1', 'm1', '2027-03-10')
  expect(key).toBe('birthday-1:m1:2027-03-10')
  expect(partsOfGrant(`${key}:p1`)).toEqual({
    ...{ ruleId: 'birthday-1', memberId: 'm1', occasionKey: '2027-03-10:p1' },
  })
  for (const wrong of ['', 'a', 'a:b', 'a::c']) expect(partsOfGrant(wrong)).toBeNull()
})

it('is granted whoever of two memberships had it', () => {
  expect(isGranted(['a:m2:once'], 'a', 'once')).toBe(true)
  expect(isGranted(['a:m2:once'], 'b', 'once')).toBe(false)
  expect(isGranted(['a-b:m2:once'], 'a', 'once')).toBe(false)
})
