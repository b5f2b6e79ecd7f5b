import type { Wrong } from './wrong-fields'

const notACount = ['1', 1_000, 1.5, true]
const notAPrice = ['100', 10_000_001, 99.9, true, 'NaN', 'Infinity']

/** What is wrong with a reward as its manager writes it, and with what a member saw of one. */
export const wrongOfRewards: Readonly<Record<string, Wrong>> = {
  saveReward: {
    kind: ['Goods', 'coupon', 'goods ', true],
    pricePoints: [0, ...notAPrice],
    cashFen: [0, ...notAPrice],
    worthFen: [0, ...notAPrice],
    picture: ['eggs', 'a b', 'https://a/b.png', 'cloud://a b', true],
    description: ['字'.repeat(301), '   ', '\n', 'a\u200Bb', true],
    limitPerMember: [0, ...notACount],
    limitPerDay: [0, ...notACount],
    tierFrom: ['plain', 'GOLD', true],
    saleFromOn: ['2026-02-30', '2026-1-1', '1899-12-31', 20_200_101, true],
    saleUntilOn: ['2026-02-30', '2026-1-1', '1899-12-31', 20_200_101, true],
    sortOrder: [0, '1', 10_000, 1.5, true],
    isOnShelf: ['true', 1, 0],
  },
  changeStock: { byCount: [0, '5', 100_001, -100_001, 1.5, true] },
  redeem: { seenPricePoints: ['100', 1.5, true], seenCashFen: ['0', 1.5, true] },
}
