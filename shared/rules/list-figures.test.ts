import { newListTerms } from '../lists/list-terms'
import { listFields, listFiguresOf, listTermsFrom } from './list-figures'

describe('the figures of lists', () => {
  it('are the terms, with a switch as the place of its choice', () => {
    const figures = listFiguresOf({ ...newListTerms, ownersListFreely: true })
    expect(figures).toMatchObject({ ownersListFreely: 1, pickupDays: 3, holdMinutes: 120 })
    expect(listTermsFrom((name) => figures[name] ?? 0)).toEqual({
      ...newListTerms,
      ownersListFreely: true,
    })
    expect(listFields.map(({ name }) => name).sort()).toEqual(Object.keys(newListTerms).sort())
  })
})
