import type { ShelfReward } from './rewards.store'
import { adviceOf, changeText, costText, stateOf, stockText } from './shelf-words'

const eggs: ShelfReward = {
  ...{ rewardId: 'eggs', revision: 1, title: '鲜鸡蛋', description: '', picture: '' },
  ...{ kind: 'goods', pricePoints: 1_060, cashFen: 0, worthFen: 260, limitPerMember: 10 },
  ...{ limitPerDay: null, tierFrom: null, saleFromOn: null, saleUntilOn: null, sortOrder: 1 },
  ...{ isOnShelf: true, leftCount: 8, totalCount: 20, saleState: 'onSale', isShown: true },
  ...{ wordsState: 'fine', pictureState: 'fine' },
}

describe('how a reward stands', () => {
  it.each<[string, Partial<ShelfReward>]>([
    ['兑换中', {}],
    ['已下架', { isOnShelf: false, totalCount: 0 }],
    ['等待入库', { totalCount: 0, leftCount: 0, saleState: 'soldOut' }],
    ['已兑完', { leftCount: 0, saleState: 'soldOut' }],
    ['已结束', { saleState: 'ended' }],
    ['12月5日开始', { saleState: 'upcoming', saleFromOn: '2026-12-05' }],
    ['待审', { wordsState: 'held' }],
    ['待审', { pictureState: 'held' }],
    ['图片检测中', { pictureState: 'asked', totalCount: 0 }],
    ['图片未通过', { pictureState: 'rejected', isOnShelf: false }],
    ['文字未通过', { wordsState: 'rejected' }],
  ])('is said in one word: %s', (label, part) => {
    expect(stateOf({ ...eggs, ...part }).label).toBe(label)
  })

  it('asks for what is to be done, and for nothing where all is well', () => {
    expect(adviceOf(eggs)).toBeNull()
    const troubled: Partial<ShelfReward>[] = [
      ...[{ wordsState: 'held' }, { wordsState: 'rejected' }, { totalCount: 0 }],
      ...[{ pictureState: 'held' }, { pictureState: 'asked' }, { pictureState: 'rejected' }],
    ] as const
    const said = troubled.map((part) => adviceOf({ ...eggs, ...part }))
    expect(new Set(said).size).toBe(6)
    expect(said).not.toContain(null)
  })

  it('costs points, or points and money', () => {
    expect(costText(eggs)).toBe('1,060 积分')
    expect(costText({ ...eggs, cashFen: 990 })).toBe('1,060 积分 + ¥9.90')
    expect(stockText(eggs)).toBe('剩 8 份，已兑 12 份')
    expect(stockText({ ...eggs, leftCount: 20 })).toBe('剩 20 份')
  })
})

describe('what was changed', () => {
  it.each([
    ['积分：从 100 改为 1,200', { field: 'pricePoints', before: 100, after: 1_200 }, false],
    ['积分：100', { field: 'pricePoints', before: null, after: 100 }, true],
    ['另付：从 没有 改为 ¥9.90', { field: 'cashFen', before: 0, after: 990 }, false],
    ['会员等级：从 不限 改为 金卡', { field: 'tierFrom', before: null, after: 'gold' }, false],
    ['截止日期：从 不限 改为 3月31日', { field: 'saleUntilOn', before: null, after: '2026-03-31' }],
    ['种类：服务', { field: 'kind', before: null, after: 'service' }, true],
    ['照片：换了一张', { field: 'picture', before: 'eggs', after: 'cloud://a/b.png' }, false],
    ['照片：已添加', { field: 'picture', before: '', after: 'cloud://a/b.png' }, false],
    ['下架', { field: 'isOnShelf', before: true, after: false }, false],
    ['名称：从 鸡蛋 改为 鲜鸡蛋', { field: 'title', before: '鸡蛋', after: '鲜鸡蛋' }, false],
  ] as const)('is said as %s', (words, change, isNew = false) => {
    expect(changeText(change, isNew)).toBe(words)
  })
})
