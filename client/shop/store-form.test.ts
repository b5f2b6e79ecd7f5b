import { isSameStore, placeIn, storeFormOf, storeOf, storeProblems } from './store-form'

const place = { latitude: 31.2304, longitude: 121.4737 }
const store = {
  ...{ name: '梧桐里店', address: '梧桐里小区东门', hours: '06:30–21:00' },
  ...{ phone: '021-62345678', place },
}
const form = storeFormOf(store)
const others = [{ name: '河滨店' }]

describe('the form of a store', () => {
  it('sends back what it was given', () => {
    expect(storeOf(form)).toEqual(store)
    expect(isSameStore(form, store)).toBe(true)
    expect(isSameStore(storeFormOf(null), null)).toBe(false)
  })

  it('sees what is another: any field, and the point that is taken away', () => {
    for (const change of [
      ...[{ name: '梧桐店' }, { address: '' }, { hours: '全天' }],
      ...[{ phone: '' }, { place: '' }, { place: '31.2304,121.4738' }],
    ]) {
      expect(isSameStore({ ...form, ...change }, store)).toBe(false)
    }
    expect(isSameStore({ ...form, phone: '（021）6234 5678' }, store)).toBe(true)
  })

  it('names the field that will not do', () => {
    const wrong = (change: object) => Object.keys(storeProblems({ ...form, ...change }, others))
    expect(wrong({})).toEqual([])
    expect(wrong({ name: '　' })).toEqual(['name'])
    expect(wrong({ name: '河滨店' })).toEqual(['name'])
    expect(wrong({ phone: '62345' })).toEqual(['phone'])
    expect(wrong({ phone: '', place: '' })).toEqual([])
    expect(wrong({ place: '人民广场' })).toEqual(['place'])
  })
})

describe('a typed point', () => {
  it.each([
    '31.2304,121.4737',
    ' 31.2304， 121.4737 ',
    '３１.２３０４、121.4737',
    '31.2304 121.4737',
  ])('%s is read', (typed) => {
    expect(placeIn(typed)).toEqual(place)
  })

  it.each(['31.2304', '31.2304,', '121.4737,31.2304,0', '东经 121', '91,121', '31,181', '1e1,2'])(
    '%s is none',
    (typed) => {
      expect(placeIn(typed)).toBeUndefined()
    },
  )

  it('is nothing where nothing is typed', () => {
    expect(placeIn('  ')).toBeNull()
  })
})
