import {
  clerk,
  EAST,
  manager,
  openShop,
  type ShopUnderTest,
} from '../../dev/harness/shop-under-test'

let shop: ShopUnderTest
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.stop())

describe('who am I here', () => {
  it('shows a shopper no role, whether or not she has joined', async () => {
    const roles = { isStaff: false, isManager: false, communityOwner: false, stores: [] }
    const nobody = { ...roles, isOwner: false }
    const { who } = await shop.newMember()
    expect(await shop.value('staff.me', { as: who })).toMatchObject(nobody)
    expect(await shop.value('staff.me', { as: 'stranger' })).toMatchObject(nobody)
  })

  it('shows a clerk her one store and the manager both', async () => {
    const clerkMe = await shop.value('staff.me', { as: clerk })
    expect(clerkMe).toMatchObject({ isStaff: true, isManager: false, displayName: '小东' })
    expect(clerkMe.stores.map(({ storeId, role }) => [storeId, role])).toEqual([[EAST, 'staff']])
    const managerMe = await shop.value('staff.me', { as: manager })
    expect(managerMe).toMatchObject({ isStaff: true, isManager: true, isOwner: false })
    expect(managerMe.stores).toHaveLength(2)
  })

  it('believes no role that the event claims', async () => {
    const { who } = await shop.newMember()
    const claim = { isManager: true, role: 'manager', stores: [EAST], openid: manager }
    const { answer } = await shop.send(
      'staff',
      { action: 'me', input: claim, ...claim },
      { as: who },
    )
    expect(answer).toMatchObject({ ok: true, value: { isManager: false, stores: [] } })
  })
})
