import { emptyForm, formOf, type RewardForm, readForm, wholeIn } from './reward-form'

const coffee: RewardForm = { ...emptyForm, title: ' 手冲咖啡 ', points: '360' }

describe('a reward in its form', () => {
  it('says no more than was typed', () => {
    expect(readForm(coffee)).toEqual({
      wish: {
        ...{ title: '手冲咖啡', kind: 'goods', pricePoints: 360, limitPerMember: 1 },
        isOnShelf: true,
      },
      problems: {},
    })
  })

  it('says all that a shop may ask for, and shows it again as it was typed', () => {
    const full: RewardForm = {
      ...coffee,
      ...{ title: '手冲咖啡', description: '现点现做', picture: 'cloud://a/b.png' },
      ...{ kind: 'service', cash: '9.90', worth: '28', limit: '5', dayLimit: '1' },
      ...{ tierFrom: 'gold', saleFromOn: '2026-12-01', saleUntilOn: '2026-12-31', order: '3' },
    }
    const { wish } = readForm(full)
    expect(wish).toMatchObject({
      ...{ cashFen: 990, worthFen: 2_800, limitPerMember: 5, limitPerDay: 1, tierFrom: 'gold' },
      ...{ saleFromOn: '2026-12-01', saleUntilOn: '2026-12-31', sortOrder: 3 },
    })
    const kept = { rewardId: 'c', revision: 1, leftCount: 0, totalCount: 0, isShown: false }
    const states = { saleState: 'onSale', wordsState: 'fine', pictureState: 'fine' } as const
    const nothing = { description: '', picture: '', cashFen: 0, worthFen: 0, limitPerDay: null }
    const unset = { ...nothing, tierFrom: null, saleFromOn: null, saleUntilOn: null, sortOrder: 1 }
    if (!wish) throw new Error('nothing was read')
    const shown = formOf({ ...kept, ...states, ...unset, ...wish })
    expect(shown).toEqual({ ...full, cash: '9.9' })
    expect(readForm(shown).wish).toEqual(wish)
  })

  it.each<[keyof RewardForm, Partial<RewardForm>]>([
    ['title', { title: '  ' }],
    ['points', { points: '' }],
    ['points', { points: '0' }],
    ['points', { points: '12.5' }],
    ['points', { points: '10000001' }],
    ['cash', { cash: '九块九' }],
    ['worth', { worth: '1.234' }],
    ['limit', { limit: '' }],
    ['limit', { limit: '1000' }],
    ['dayLimit', { dayLimit: '两份' }],
    ['dayLimit', { limit: '2', dayLimit: '3' }],
    ['order', { order: '0' }],
    ['saleUntilOn', { saleFromOn: '2026-12-02', saleUntilOn: '2026-12-01' }],
  ])('says what is wrong with %s: %j', (field, part) => {
    const { wish, problems } = readForm({ ...coffee, ...part })
    expect(wish).toBeNull()
    expect(Object.keys(problems)).toEqual([field])
  })
})

it('reads a count, or says that there is none', () => {
  const typed = ['', ' 12 ', '１２', '12 份', '1.0', '0', '-1', '1.5', '一', '13']
  expect(typed.map((text) => wholeIn(text, 12))).toEqual([
    ...[undefined, 12, 12, 12, 1, null, null, null, null, null],
  ])
})
