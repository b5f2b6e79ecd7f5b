import { canScan, cast, startingPeople } from './cast'

const openids = (search: string) => startingPeople(search).map(({ openid }) => openid)

describe('the phones on the workbench', () => {
  it('are a newcomer, a shopper and a clerk when nobody says otherwise', () => {
    expect(openids('')).toEqual(['demo-new', 'demo-shopper-1', 'demo-staff-1'])
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
