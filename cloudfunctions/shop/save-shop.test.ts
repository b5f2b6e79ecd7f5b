import { newOwner } from '../../dev/harness/owner-under-test'
import {
  atOnce,
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
  tallyOf,
  WEST,
} from '../../dev/harness/shop-under-test'
import type { Input } from '../../shared/contract/contract'

let shop: ShopUnderTest
let owner: string
beforeEach(async () => {
  shop = await openShop()
  owner = (await newOwner(shop)).who
})
afterEach(() => shop.stop())

type Wish = Input<'shop', 'save'>
const words = {
  ...{ name: '小满鲜食', slogan: '清早的菜', notice: '周一盘点，九点开门' },
  ...{ noticeFromOn: '2026-03-10', noticeUntilOn: '2026-03-12' },
}
const east = {
  ...{ storeId: EAST, name: '东店', address: '东街 1 号', hours: '07:00–21:00' },
  ...{ phone: '', place: null },
}
const point = { latitude: 31.2304, longitude: 121.4737 }

const show = (as = owner) => shop.value('shop.show', { as })
const save = async (wish: Omit<Wish, 'seenRevision'>, as = owner) => {
  const { revision } = await show()
  const input = { seenRevision: revision, ...wish }
  return shop.callPatiently('shop.save', { as, requestId: shop.fresh('save'), input })
}
const refusedWith = async (wish: Omit<Wish, 'seenRevision'>, as = owner) => {
  const { answer } = await save(wish, as)
  return answer.ok ? 'ok' : [answer.code, answer.detail?.field].filter(Boolean).join(' ')
}

/** What a new visitor reads once the instances that kept the shop for a minute are gone. */
async function shopOnHome() {
  const killed = { as: clerk, fault: 'kill-before-call:1' } as const
  await shop.send('members', { action: 'home', input: {} }, killed)
  return (await shop.value('members.home', { as: 'stranger' })).shop
}

describe('the shop in its owner’s hands', () => {
  it('has her name, her slogan and a notice, which a new visitor reads on its dates', async () => {
    expect((await save({ facts: words })).answer).toMatchObject({ ok: true, value: words })
    const shown = { name: '小满鲜食', slogan: '清早的菜' }
    expect(await shopOnHome()).toMatchObject({ ...shown, notice: words.notice })
    await shop.setClock('2026-03-13T09:00:00+08:00')
    expect(await shopOnHome()).toMatchObject({ ...shown, notice: '' })
  })

  it('has a store with its hours, its phone as it is called, and its point', async () => {
    const store = {
      ...east,
      hours: '06:00–22:00',
      phone: '（０２１）６２３４ ５６７８',
      place: point,
    }
    const { answer } = await save({ store })
    expect(answer).toMatchObject({ ok: true })
    const kept = { ...store, phone: '021-62345678' }
    const { stores } = await shopOnHome()
    expect(stores).toMatchObject([kept, { storeId: WEST, phone: '', place: null }])
  })

  it('opens a store, where the owner appoints at once and its code is scanned', async () => {
    const { storeId: _, ...fresh } = { ...east, name: '新店' }
    const { answer } = await save({ store: fresh })
    const opened = answer.ok ? answer.value.stores[2] : undefined
    expect(opened).toMatchObject({ name: '新店', isManaged: true })
    const storeId = opened?.storeId ?? ''
    const me = await shop.value('staff.me', { as: owner })
    expect(me.stores.map((store) => store.storeId)).toContain(storeId)
    const { who } = await shop.newMember()
    const input = { memberCode: await shop.codeOf(who), storeId, role: 'staff' as const }
    await shop.value('staff.appoint', { as: owner, input })
    expect(await shop.value('staff.me', { as: who })).toMatchObject({ isStaff: true })
  })
})

describe('what a manager may', () => {
  it('keep hours, phone and point of her own store', async () => {
    const store = { ...east, hours: '08:00–20:00', phone: '400-820-8820', place: point }
    expect(await refusedWith({ store }, manager)).toBe('ok')
    expect((await show()).stores[0]).toMatchObject(store)
  })

  it('write nothing else, and nothing of another store, without a trace', async () => {
    const { who } = await shop.newMember()
    await shop.appointManager(who)
    const before = await shop.dump()
    const { storeId: _, ...fresh } = { ...east, name: '新店' }
    expect(await refusedWith({ facts: words }, manager)).toBe('SHOP_OWNER_REQUIRED')
    expect(await refusedWith({ store: { ...east, name: '东门店' } }, manager)).toBe(
      'SHOP_OWNER_REQUIRED',
    )
    const moved = { ...east, address: '东街 9 号' }
    expect(await refusedWith({ store: moved }, manager)).toBe('SHOP_OWNER_REQUIRED')
    expect(await refusedWith({ store: fresh }, manager)).toBe('SHOP_OWNER_REQUIRED')
    const west = { ...east, storeId: WEST, name: '西店', address: '西街 2 号', hours: '全天' }
    expect(await refusedWith({ store: west }, who)).toBe('STORE_FOREIGN')
    expect(await refusedWith({ store: { ...east, storeId: 'north' } })).toBe('STORE_FOREIGN')
    expect(await refusedWith({ store: east }, clerk)).toBe('ROLE_REQUIRED')
    expect(await shop.dump()).toBe(before)
  })
})

describe('what will not do leaves no trace', () => {
  it.each<[string, Omit<Wish, 'seenRevision'>]>([
    ['INPUT_INVALID facts', {}],
    ['INPUT_INVALID facts.name', { facts: { ...words, name: ' ' } }],
    ['INPUT_INVALID facts.noticeFromOn', { facts: { ...words, noticeFromOn: '2026-02-30' } }],
    ['RULE_INVALID facts.noticeUntilOn', { facts: { ...words, noticeUntilOn: '2026-03-09' } }],
    ['INPUT_INVALID store.phone', { store: { ...east, phone: '62345' } }],
    [
      'INPUT_INVALID store.place.latitude',
      { store: { ...east, place: { ...point, latitude: 91 } } },
    ],
    ['RULE_INVALID store.name', { store: { ...east, name: '西店' } }],
    ['TEXT_RISKY facts.notice', { facts: { ...words, notice: '这里违规' } }],
    ['SHARE_RULE facts.notice', { facts: { ...words, notice: '转发朋友圈领红包' } }],
    ['TEXT_RISKY store.hours', { store: { ...east, hours: '违规时间' } }],
  ])('%s', async (refusal, wish) => {
    const before = await shop.dump()
    expect(await refusedWith(wish)).toBe(refusal)
    expect(await shop.dump()).toBe(before)
  })
})

describe('two who save at once', () => {
  it('meet at the revision: the other is told that it has changed', async () => {
    const second = (await newOwner(shop)).who
    const { revision } = await show()
    const calls = await atOnce(2, (position) =>
      shop.callPatiently('shop.save', {
        as: position === 0 ? owner : second,
        requestId: `both-${position}`,
        input: { seenRevision: revision, facts: { ...words, name: `店${position}` } },
      }),
    )
    expect(tallyOf(calls)).toEqual({ ok: 1, SHOP_CHANGED: 1 })
  })

  it('of one request open one store', async () => {
    const { storeId: _, ...fresh } = { ...east, name: '新店' }
    const { revision } = await show()
    const asked = { as: owner, requestId: 'once', input: { seenRevision: revision, store: fresh } }
    const calls = await atOnce(10, () => shop.callPatiently('shop.save', asked))
    expect(tallyOf(calls)).toEqual({ ok: 10 })
    expect((await show()).stores).toHaveLength(3)
    expect(await shop.find('shop_changes', { kind: 'storeOpened' })).toHaveLength(1)
    const other = { ...asked, input: { ...asked.input, store: { ...fresh, hours: '全天' } } }
    const { answer } = await shop.call('shop.save', other)
    expect(answer).toMatchObject({ code: 'REQUEST_REUSED' })
  })
})

it('saving what is there already changes nothing and is no change', async () => {
  await save({ facts: words })
  const { revision } = await show()
  expect(await refusedWith({ facts: words, store: east })).toBe('ok')
  expect((await show()).revision).toBe(revision)
  expect(await shop.find('shop_changes')).toHaveLength(1)
})

it('a rule that is published meanwhile stays, and so do the facts', async () => {
  await save({ facts: words })
  const [config] = await shop.find('config', { _id: 'shop' })
  expect(config).toMatchObject({ name: words.name, earnRule: { fenPerPoint: 100 } })
})
