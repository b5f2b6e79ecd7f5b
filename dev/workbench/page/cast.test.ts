import { startingPeople } from './cast'

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
})
