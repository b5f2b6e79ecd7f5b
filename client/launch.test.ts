import { groupCardIn, phoneIn } from './launch'

describe('whose phone this is, in the browser', () => {
  it('is told before the hash or behind it', () => {
    expect(phoneIn('http://127.0.0.1:1/phone/?as=demo-new#/tabs/home/index')).toBe('demo-new')
    expect(phoneIn('http://127.0.0.1:1/phone/#/tabs/home/index?as=demo-staff-1')).toBe(
      'demo-staff-1',
    )
  })

  it('is nobody without it, or when something else only ends in it', () => {
    expect(phoneIn('http://127.0.0.1:1/phone/')).toBe('')
    expect(phoneIn('http://127.0.0.1:1/phone/?alias=demo')).toBe('')
  })
})

describe('the card that this phone came by, in the browser', () => {
  it('is told like the phone, and is none without it', () => {
    const address =
      'http://127.0.0.1:1/phone/?as=demo-shopper-1&groupEntry=group-1#/drops/drop/index'
    expect(groupCardIn(address)).toBe('group-1')
    expect(groupCardIn('http://127.0.0.1:1/phone/#/a?groupEntry=g2&as=b')).toBe('g2')
    expect(groupCardIn('http://127.0.0.1:1/phone/?as=demo&notgroupEntry=g')).toBe('')
  })
})
