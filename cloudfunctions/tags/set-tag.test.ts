import { atOnce, manager, openShop, type ShopUnderTest } from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

const tagsOf = async (memberNumber: string) =>
  (await shop.value('points.memberAccount', { as: manager, input: { memberNumber } })).tags
const set = (memberNumber: string, tag: string, isOn = true) =>
  shop.callPatiently('tags.set', { as: manager, input: { memberNumber, tag, isOn } })

describe('a tag', () => {
  it('stands on a member with its author and date, once, until it is taken off', async () => {
    const memberNumber = await shop.numberOf((await shop.newMember()).who)
    await atOnce(6, () => set(memberNumber, '老邻居'))
    await set(memberNumber, '素食')
    const tags = await tagsOf(memberNumber)
    expect(tags.map(({ tag }) => tag)).toEqual(['老邻居', '素食'])
    expect(tags[0]).toMatchObject({ byName: expect.any(String), on: '2026-03-10' })
    const { answer } = await set(memberNumber, '老邻居', false)
    expect(answer).toMatchObject({ ok: true, value: { tags: [{ tag: '素食' }] } })
    expect((await shop.books()).balanced).toBe(true)
  })

  it('brings the gift of a rule that asks for it, and nobody else', async () => {
    const [tagged, other] = [await shop.newMember(), await shop.newMember()]
    const input = {
      ...{ scene: 'holiday' as const, title: '老邻居的心意', handOver: 'claim' as const },
      ...{ gift: { points: 20 }, when: { onDate: '2026-03-10' }, who: { tags: ['老邻居'] } },
    }
    const { ruleId } = await shop.value('gifts.saveRule', { as: manager, input })
    await shop.value('gifts.publishRule', { as: manager, input: { ruleId } })
    await set(await shop.numberOf(tagged.who), '老邻居')
    await shop.advanceClock(61_000)
    const waiting = async (who: string) =>
      (await shop.value('gifts.waiting', { as: who })).gifts.map(({ title }) => title)
    expect(await waiting(tagged.who)).toContain('老邻居的心意')
    expect(await waiting(other.who)).not.toContain('老邻居的心意')
  })

  it('is refused for herself, for nobody, and leaves no trace', async () => {
    const own = await shop.numberOf(manager)
    const before = await shop.dump()
    expect((await set(own, '老邻居')).answer).toMatchObject({ code: 'SELF_SERVICE' })
    expect((await set('00000000', '老邻居')).answer).toMatchObject({ code: 'MEMBER_NOT_FOUND' })
    expect(await shop.dump()).toBe(before)
  })
})
