import { dropsOf } from '../../dev/harness/drops-under-test'
import { inboxOf } from '../../dev/harness/inbox-under-test'
import {
  atOnce,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

type Plan = Input<'drops', 'schedule'>
const drops = () => dropsOf(shop)

/** A drop with these words, and those who have to do with it. */
async function dropWith(part: Partial<Plan>) {
  const drop = await drops().newDrop(part)
  const { owner, dropId, communities } = drop
  const ids = communities.map(({ communityId }) => communityId)
  const { who } = await shop.newMember()
  const show = async () => {
    const seen = await shop.call('drops.show', { as: who, input: { dropId }, group: drop.group })
    return seen.answer.ok ? seen.answer.value.title : seen.answer.code
  }
  const claim = async () => {
    const { answer } = await drops().claim(who, drop)
    return answer.ok ? 'ok' : answer.code
  }
  const rowOf = async () => (await shop.value('drops.list', { as: owner })).drops[0]
  const change = (words: Partial<Plan>) =>
    shop.callPatiently('drops.change', {
      ...{ as: owner, requestId: shop.fresh('change') },
      input: { dropId, ...drops().planFor(ids, { ...part, opensAt: drop.opensAt, ...words }) },
    })
  const held = async () => {
    const { texts } = await shop.value('moderation.held', { as: manager })
    return texts.filter(({ subjectId }) => subjectId === dropId)
  }
  const decide = async (verdict: 'approve' | 'reject', place = 0) => {
    const input = { heldId: (await held())[place]?.heldId ?? '', verdict, reason: '请写明份数' }
    const { answer } = await shop.callPatiently('moderation.decide', { as: manager, input })
    return answer.ok ? answer.value.state : answer.code
  }
  const open = () => shop.advanceClock(drop.opensAt - shop.nowMs())
  return { ...drop, show, claim, rowOf, change, held, decide, open }
}

describe('a drop whose text waits for a person', () => {
  it.each(['这场待审', '检测故障的一场'])('%s is seen by its owner alone', async (title) => {
    const drop = await dropWith({ title })
    expect(await drop.rowOf()).toMatchObject({ title, textState: 'held', state: 'scheduled' })
    expect(await drop.held()).toMatchObject([{ kind: 'drop', field: 'title', text: title }])
    expect(await drop.show()).toBe('DROP_NOT_FOUND')
    await drop.open()
    expect(await drop.claim()).toBe('DROP_NOT_FOUND')
    await shop.fireTimer('drops')
    expect(await inboxOf(shop, drop.owner)).toEqual([])
  })

  it('is no next drop, and becomes one with both of its texts approved', async () => {
    const drop = await dropWith({ title: '这场待审', terms: '这些也待审' })
    expect(await drop.held()).toHaveLength(2)
    expect(await drop.decide('approve')).toBe('approved')
    expect(await drop.show()).toBe('DROP_NOT_FOUND')
    expect(await drop.decide('approve')).toBe('approved')
    expect(await drop.show()).toBe('这场待审')
    expect(await drop.rowOf()).toMatchObject({ textState: 'approved' })
    expect((await inboxOf(shop, drop.owner)).sort()).toEqual([
      '您写的“社群福利说明”已通过审核，大家可以看到了 · 未读',
      '您写的“这场待审”已通过审核，大家可以看到了 · 未读',
    ])
    await drop.open()
    expect(await drop.claim()).toBe('ok')
  })

  it('may be approved after it opened: from then on it is open, and told of', async () => {
    const drop = await dropWith({ title: '这场待审' })
    await drop.open()
    expect(await drop.claim()).toBe('DROP_NOT_FOUND')
    await drop.decide('approve')
    expect(await drop.claim()).toBe('ok')
    await shop.fireTimer('drops')
    expect(await inboxOf(shop, drop.owner)).toHaveLength(2)
  })

  it('is not seen once it is rejected; another text may take its place', async () => {
    const drop = await dropWith({ title: '这场待审' })
    expect(await drop.decide('reject')).toBe('rejected')
    expect(await drop.rowOf()).toMatchObject({ textState: 'rejected' })
    const says = '您写的“这场待审”没有通过审核，没有发布：请写明份数 · 未读'
    expect(await inboxOf(shop, drop.owner)).toEqual([says])
    expect(await drop.show()).toBe('DROP_NOT_FOUND')
    // The same words again were rejected already.
    expect((await drop.change({})).answer).toMatchObject({ value: { isHeld: true } })
    expect(await drop.rowOf()).toMatchObject({ textState: 'rejected' })
    const better = await drop.change({ title: '今晚八点，每群 50 张' })
    expect(better.answer).toMatchObject({ value: { isHeld: false } })
    expect(await drop.show()).toBe('今晚八点，每群 50 张')
  })

  it('is published without it once another text took its place', async () => {
    const drop = await dropWith({ title: '这场待审' })
    await drop.change({ title: '今晚八点，每群 50 张' })
    expect(await drop.decide('approve')).toBe('HELD_CHANGED')
    expect(await drop.show()).toBe('今晚八点，每群 50 张')
  })

  it('keeps its approval when its times change, and loses it with new words', async () => {
    const drop = await dropWith({ title: '这场待审' })
    await drop.decide('approve')
    const later = { opensAt: drop.opensAt + 60_000 }
    expect((await drop.change(later)).answer).toMatchObject({ value: { isHeld: false } })
    const renamed = await drop.change({ ...later, title: '再来一场待审' })
    expect(renamed.answer).toMatchObject({ value: { isHeld: true } })
    expect(await drop.show()).toBe('DROP_NOT_FOUND')
  })

  it('that is cancelled cannot be published any more', async () => {
    const drop = await dropWith({ title: '这场待审' })
    await shop.value('drops.cancel', { as: drop.owner, input: { dropId: drop.dropId } })
    expect(await drop.decide('approve')).toBe('HELD_CHANGED')
  })

  it('has one held text for one request, and changes at once leave one that waits', async () => {
    const drop = await dropWith({})
    const calls = await atOnce(5, (place) => drop.change({ title: `第 ${place} 稿待审` }))
    expect(tallyOf(calls)).toEqual({ ok: 5 })
    const verdicts = []
    for (const _text of await drop.held()) {
      const state = await drop.decide('approve')
      verdicts.push(state)
      if (state === 'HELD_CHANGED') await drop.decide('reject')
    }
    expect(verdicts.filter((state) => state === 'approved')).toHaveLength(1)
    expect(await drop.show()).toContain('稿待审')
  })
})

describe('a text that may not be read at all', () => {
  it('is refused when it is written, without a trace', async () => {
    const { owner, communityId } = await drops().newBoundCommunity()
    const before = await shop.dump()
    for (const field of ['title', 'terms'] as const) {
      const input = drops().planFor([communityId], { [field]: '这里违规' })
      const asked = { as: owner, requestId: shop.fresh('risky'), input }
      const { answer } = await shop.call('drops.schedule', asked)
      expect(answer).toMatchObject({ code: 'TEXT_RISKY', detail: { field } })
    }
    expect(await shop.dump()).toBe(before)
  })

  it('is not shown when the platform forbids it by now', async () => {
    const drop = await dropWith({})
    const data = { terms: '转发朋友圈再领一张' }
    const database = await shop.database()
    await database.collection('drops').doc(drop.dropId).update({ data })
    expect(await drop.show()).toBe('DROP_NOT_FOUND')
    await drop.open()
    expect(await drop.claim()).toBe('DROP_NOT_FOUND')
    expect(await drop.rowOf()).toMatchObject({ textState: 'rejected' })
  })
})
