import { clerk, EAST, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const DAY_MS = 86_400_000
type Dates = { since?: 'week' | 'month'; fromOn?: string; toOn?: string; cursor?: string }
const compare = (who: string, input: Dates) => shop.value('points.compare', { as: who, input })
const sumOf = (lines: readonly { points: number }[]) =>
  lines.reduce((sum, { points }) => sum + points, 0)

describe('why there are fewer points', () => {
  it('compares two evenings, and an evening with now, cause by cause', async () => {
    const { who } = await shop.newMember(120)
    await shop.advanceClock(60_000)
    const { purchaseId } = await shop.earn(who, 30)
    await shop.advanceClock(3 * DAY_MS)
    const rewardId = await shop.newReward({ pricePoints: 140 })
    await shop.value('mall.redeem', { as: who, input: { rewardId } })
    await shop.advanceClock(DAY_MS)
    await shop.value('purchases.refund', { as: clerk, input: { purchaseId } })
    await shop.advanceClock(DAY_MS)
    await shop.earn(who, 50)
    const bought = await compare(who, { fromOn: '2026-03-01', toOn: '2026-03-12' })
    expect(bought).toMatchObject({ beforePoints: 0, afterPoints: 150, differencePoints: 150 })
    expect(bought.lines.map(({ sentence }) => sentence)).toEqual(['消费 2 笔，获得 150 积分'])
    const now = await compare(who, { fromOn: '2026-03-10' })
    expect(now).toMatchObject({ beforePoints: 150, afterPoints: 30, nextCursor: null })
    expect(now.sentence).toBe('2026年3月10日到2026年3月15日，可用积分从 150 变为 30，少了 120 积分')
    expect(now.lines.map(({ sentence }) => sentence)).toEqual([
      '兑换 1 次，使用 140 积分',
      '退款 1 笔，扣回当时获得的 30 积分',
      '抵还以前欠的 20 积分',
      '其中不够扣的 20 积分没有扣，先记为欠积分',
      '消费 1 笔，获得 50 积分',
    ])
    const quiet = await compare(who, { fromOn: '2026-03-10', toOn: '2026-03-12' })
    expect(quiet).toMatchObject({ differencePoints: 0, lines: [] })
  })

  it('knows by the calendar of the shop what a week and a month ago was', async () => {
    const { who } = await shop.newMember(10)
    const { todayOn } = await shop.value('members.home', { as: who })
    expect(todayOn).toBe('2026-03-15')
    const week = await compare(who, { since: 'week' })
    expect(week).toMatchObject({ todayOn, since: 'week', fromOn: '2026-03-08', toOn: todayOn })
    expect((await compare(who, { since: 'month' })).fromOn).toBe('2026-02-15')
    const { answer } = await shop.call('points.compare', { as: who, input: {} })
    expect(answer).toMatchObject({ code: 'INPUT_INVALID', detail: { field: 'fromOn' } })
  })

  it('counts what has expired by now, though no job has entered it', async () => {
    const { who } = await shop.newMember(80)
    await shop.setClock('2027-06-10T02:00:00.000Z')
    const { lines, afterPoints } = await compare(who, { fromOn: '2027-06-09' })
    expect(afterPoints).toBe(0)
    expect(lines).toEqual([{ cause: 'expiry:loss', points: -80, sentence: '到期失效 80 积分' }])
    expect(await shop.find('points_entries', { reason: 'expiry' })).toHaveLength(0)
  })

  it('tells a stretch of 2,500 entries in parts that sum to the whole', async () => {
    const { who, memberId } = await shop.newMember(7)
    await shop.advanceClock(DAY_MS)
    await fillBook(memberId, 2_500)
    const history = await shop.value('points.history', { as: who })
    const fromOn = '2027-06-10'
    const parts = [await compare(who, { fromOn })]
    for (let cursor = parts[0]?.nextCursor; cursor; cursor = parts.at(-1)?.nextCursor) {
      parts.push(await compare(who, { fromOn, cursor }))
    }
    expect(parts).toHaveLength(3)
    expect(parts[0]?.beforePoints).toBe(7)
    expect(parts.at(-1)?.afterPoints).toBe(history.balancePoints)
    for (const [place, part] of parts.entries()) {
      expect(sumOf(part.lines)).toBe(part.afterPoints - part.beforePoints)
      expect(part.beforePoints).toBe(parts[place - 1]?.afterPoints ?? 7)
    }
  })

  it('reads no more documents outside the stretch, however long the book is', async () => {
    const { who, memberId } = await shop.newMember(1)
    await fillBook(memberId, 1_000)
    await shop.advanceClock(DAY_MS)
    await shop.earn(who, 5)
    const input = { fromOn: '2027-06-11' }
    const called = await shop.call('points.compare', { as: who, input })
    expect(called.answer).toMatchObject({ ok: true, value: { differencePoints: 5 } })
    expect([called.dbCalls, called.docsRead]).toEqual([4, 4])
  })

  it('refuses dates out of order or ahead, and a place outside the stretch', async () => {
    const { who } = await shop.newMember(5)
    const refused = async (input: { fromOn: string; toOn?: string; cursor?: string }) => {
      const { answer } = await shop.call('points.compare', { as: who, input })
      return !answer.ok && [answer.code, answer.detail?.field]
    }
    expect(await refused({ fromOn: '2027-07-10' })).toEqual(['INPUT_INVALID', 'fromOn'])
    expect(await refused({ fromOn: '2027-01-02', toOn: '2027-01-02' })).toEqual([
      'INPUT_INVALID',
      'fromOn',
    ])
    expect(await refused({ fromOn: '2027-01-02', toOn: '2027-07-10' })).toEqual([
      'INPUT_INVALID',
      'toOn',
    ])
    expect(await refused({ fromOn: '2027-01-02', cursor: '9' })).toEqual([
      'INPUT_INVALID',
      'cursor',
    ])
  })
})

/** So many further entries of one member, one point each, three in and one out. */
async function fillBook(memberId: string, count: number): Promise<void> {
  const [account] = await shop.find('points_accounts', { _id: memberId })
  const [first] = await shop.find('points_entries', { memberId })
  if (!account || !first) throw new Error('she has no book yet')
  let balancePoints = Number(account.balancePoints)
  const on = new Date(shop.nowMs()).toISOString().slice(0, 10)
  const entries = Array.from({ length: count }, (_, position) => {
    const points = position % 4 === 3 ? -1 : 1
    const reason = points > 0 ? 'purchase' : 'redemption'
    balancePoints += points
    const seq = Number(account.seq) + position + 1
    const said = { points, reason, seq, on, balanceAfterPoints: balancePoints }
    return { ...first, ...said, _id: `${memberId}:${seq}`, storeId: EAST }
  })
  await shop.local.engine.insert('points_entries', entries)
  const lots = [{ expiresOn: '2028-06-30', points: balancePoints }]
  const update = { $set: { balancePoints, lots, seq: Number(account.seq) + count } }
  await shop.local.engine.update('points_accounts', {
    filter: { _id: memberId },
    update,
    multi: false,
  })
}
