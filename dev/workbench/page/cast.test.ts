import { asKnown, canScan, cast, type Person, startingOpenids } from './cast'

const openids = (search: string) => startingOpenids(search, 'demo')
const personOf = (openid: string): Person => {
  const person = cast.find((one) => one.openid === openid)
  if (!person) throw new Error('she is in the cast')
  return person
}

describe('the phones on the workbench', () => {
  it('are a newcomer, a shopper and a clerk when nobody says otherwise', () => {
    expect(openids('')).toEqual(['demo-new', 'demo-shopper-1', 'demo-staff-1'])
  })

  it('are the owner, a clerk and the first neighbour where a shop opens', () => {
    expect(startingOpenids('', 'empty')).toEqual(['demo-manager-1', 'demo-staff-1', 'demo-new'])
  })

  it('are those that the address names, in its order; strangers are left out', () => {
    expect(openids('?phones=demo-manager-1,nobody,demo-new')).toEqual([
      'demo-manager-1',
      'demo-new',
    ])
  })

  it('stand on the bench once each, however often the address names them', () => {
    expect(openids('?phones=demo-new,demo-new')).toEqual(['demo-new'])
  })

  it('hold a scanner where people stand at the counter', () => {
    const scanning = cast.filter(canScan).map(({ role }) => role)
    expect(scanning).toEqual(['staff', 'staff', 'manager'])
  })
})

describe('who somebody is', () => {
  const clerk = personOf('demo-staff-1')
  const newcomer = personOf('demo-new')
  const { openid } = newcomer

  it('is a newcomer before she has joined, whatever she is in the demo shop', () => {
    const unknown = asKnown(clerk, undefined)
    expect(unknown).toMatchObject({ name: '沈佳怡', about: '还没入会', role: 'newcomer' })
    expect(canScan(unknown)).toBe(false)
  })

  it('goes by her nickname once she has joined', () => {
    const known = { openid, name: '邻居0042', role: 'shopper', stores: [] } as const
    const joined = asKnown(newcomer, known)
    expect(joined).toEqual({ openid, name: '邻居0042', about: '会员', role: 'shopper' })
  })

  it('is known by her store, by how many they are, or as the cast has her', () => {
    const serving = {
      openid: clerk.openid,
      name: '沈佳怡',
      role: 'staff',
      stores: ['本店'],
    } as const
    expect(asKnown(clerk, serving)).toMatchObject({ about: '本店', role: 'staff' })
    const both = { ...serving, role: 'manager', stores: ['东店', '西店'] } as const
    expect(asKnown(clerk, both)).toMatchObject({ about: '2 家店', role: 'manager' })
    const owner = personOf('demo-owner-1')
    const known = { ...owner, role: 'communityOwner', stores: [] } as const
    expect(asKnown(owner, known)).toEqual(owner)
  })
})
