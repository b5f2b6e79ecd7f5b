import { hashOf, readPlace } from './address'

describe('the address of the operator’s page', () => {
  it('leads back to the same place, whatever the names hold', () => {
    const place = {
      pane: 'collections',
      opened: ['points_entries', 'birthday:a/b?c'],
      filters: { filter: '{"points":{"$gte":1}}', page: '2' },
    }
    expect(readPlace(hashOf(place))).toEqual(place)
  })

  it('leaves empty filters out', () => {
    expect(hashOf({ pane: 'log', opened: [], filters: { text: '' } })).toBe('#/log')
  })

  it('reads what it can of an address that somebody broke', () => {
    expect(readPlace('#/log/%E0%A4%A')).toMatchObject({ pane: 'log', opened: ['%E0%A4%A'] })
    expect(readPlace('')).toEqual({ pane: '', opened: [], filters: {} })
  })
})
