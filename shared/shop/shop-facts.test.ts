import { newShop } from '../rules/shop'
import {
  noticeOn,
  problemsInShop,
  problemsInStore,
  storeDifferences,
  tidyShopWords,
  wordsOfShop,
  wordsOfStore,
} from './shop-facts'

const words = { ...wordsOfShop(newShop), notice: '周一盘点，九点开门' }
const store = { name: '东店', address: '东街 1 号', hours: '07:00–21:00', phone: '', place: null }

describe('the notice', () => {
  const shown = (on: string) =>
    noticeOn({ ...newShop, ...words, noticeFromOn: '2026-03-10', noticeUntilOn: '2026-03-12' }, on)

  it('is shown from its first to its last date, both included', () => {
    const days = ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13']
    expect(days.map(shown)).toEqual(['', words.notice, words.notice, ''])
  })

  it('without dates is shown until it is taken down', () => {
    expect(noticeOn({ ...newShop, notice: '欢迎' }, '2099-01-01')).toBe('欢迎')
    const open = { ...newShop, notice: '欢迎', noticeFromOn: '2026-03-10', noticeUntilOn: null }
    expect(noticeOn(open, '2026-03-09')).toBe('')
    expect(noticeOn(open, '2027-03-09')).toBe('欢迎')
  })

  it('does not end before it begins; on one day it may', () => {
    const dates = (noticeFromOn: string | null, noticeUntilOn: string | null) =>
      Object.keys(problemsInShop({ ...words, noticeFromOn, noticeUntilOn }))
    expect(dates('2026-03-10', '2026-03-09')).toEqual(['noticeUntilOn'])
    expect(dates('2026-03-10', '2026-03-10')).toEqual([])
    expect(dates(null, '2026-03-09')).toEqual([])
    expect(dates('2026-03-10', null)).toEqual([])
  })

  it('that says nothing has no dates, and none of them is wrong', () => {
    const none = { ...words, notice: '', noticeFromOn: '2026-03-10', noticeUntilOn: '2026-03-09' }
    expect(tidyShopWords(none)).toMatchObject({ noticeFromOn: null, noticeUntilOn: null })
    expect(problemsInShop(none)).toEqual({})
  })
})

describe('a store', () => {
  it('has a name of its own', () => {
    expect(Object.keys(problemsInStore(store, [{ name: '东店' }]))).toEqual(['name'])
    expect(problemsInStore(store, [{ name: '西店' }])).toEqual({})
  })

  it('that was written down before phones were is whole', () => {
    const { name, address, hours } = store
    expect(wordsOfStore({ storeId: 'east', name, address, hours })).toEqual(store)
  })
})

describe('what changed', () => {
  it('is told field by field, an empty one as nothing', () => {
    const after = { ...store, hours: '', phone: '021-62345678' }
    expect(storeDifferences(store, after)).toEqual([
      { field: 'hours', before: '07:00–21:00', after: null },
      { field: 'phone', before: null, after: '021-62345678' },
    ])
    expect(storeDifferences(store, { ...store })).toEqual([])
  })

  it('of a place is told by its degrees', () => {
    const place = { latitude: 31.2304, longitude: 121.4737 }
    const moved = storeDifferences({ ...store, place }, { ...store, place: null })
    expect(moved).toEqual([{ field: 'place', before: '31.230400,121.473700', after: null }])
  })

  it('of a new store is all that it says', () => {
    expect(storeDifferences(null, store).map(({ field }) => field)).toEqual([
      'name',
      'address',
      'hours',
    ])
  })
})
