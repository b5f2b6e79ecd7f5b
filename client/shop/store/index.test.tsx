import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { saveStore, shopStore } from '../shop.store'
import ShopStorePage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远', stores: [] },
}
const store = {
  ...{ storeId: 'east', name: '东门店', address: '东街 1 号', hours: '07:00–21:00' },
  ...{ phone: '', place: null, isManaged: true },
}
const facts = {
  ...{ serverNow: 0, todayOn: '2026-11-29', revision: 3, isOwner: true },
  ...{ name: '小满鲜食', slogan: '', notice: '', noticeFromOn: null, noticeUntilOn: null },
  ...{ stores: [store, { ...store, storeId: 'west', name: '西门店' }], heldFields: [] },
}

describe('a store’s facts', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    shopStore.setState(shopStore.getInitialState())
    saveStore.setState(saveStore.getInitialState())
  })

  it('are sent whole, the phone and the point as they are read', async () => {
    const sent = await open({ storeId: 'east' }, facts)
    await type('电话', '（021）6234 5678')
    await tap('在地图上选位置')
    expect(screen.getByText('31.230400,121.473700')).toBeTruthy()
    await tap('保存')
    const { isManaged: _, ...rest } = store
    const place = { latitude: 31.2304, longitude: 121.4737 }
    expect(savedIn(sent)).toMatchObject({
      input: { seenRevision: 3, store: { ...rest, phone: '021-62345678', place } },
    })
    expect(phone.done.map(([name]) => name)).toContain('navigateBack')
  })

  it('are wrong where they stand, and nothing is sent', async () => {
    const sent = await open({ storeId: 'east' }, facts)
    await type('电话', '62345678')
    await type('门店名称', '西门店')
    expect(screen.getByText('请写手机号、带区号的座机，或 400 电话')).toBeTruthy()
    expect(screen.getByText('已经有一家同名的门店，请换一个名字')).toBeTruthy()
    await tap('保存')
    expect(sent.map(({ action }) => action)).not.toContain('save')
  })

  it('of a new store are the owner’s to write, and complain of nothing yet', async () => {
    const sent = await open({}, facts)
    expect(screen.queryByText(/^写上门店名称/)).toBeNull()
    await type('门店名称', '湖畔店')
    await tap('添加这家门店')
    const { input } = savedIn(sent) ?? {}
    expect(input).toMatchObject({ store: { name: '湖畔店', phone: '', place: null } })
    expect(input).not.toMatchObject({ store: { storeId: expect.anything() } })
  })

  it('leave name and address to the owner', async () => {
    await open({ storeId: 'east' }, { ...facts, isOwner: false })
    expect(screen.getByText('名称和地址由店主填写')).toBeTruthy()
    expect(screen.queryByLabelText('门店名称')).toBeNull()
  })

  it('are not shown to who does not manage it', async () => {
    const foreign = { ...facts, isOwner: false, stores: [{ ...store, isManaged: false }] }
    await open({ storeId: 'east' }, foreign)
    expect(screen.getByText('这家门店不由您负责')).toBeTruthy()
  })

  async function open(params: Record<string, string>, shown: object): Promise<CloudEvent[]> {
    const sent: CloudEvent[] = []
    phone.params = params
    phone.answer = (_feature, event) => {
      sent.push(event)
      return { ok: true, value: event.action === 'me' ? me : shown }
    }
    await act(async () => {
      render(<ShopStorePage />)
    })
    return sent
  }
})

function savedIn(sent: readonly CloudEvent[]): CloudEvent | undefined {
  return sent.find(({ action }) => action === 'save')
}

async function type(label: string, value: string): Promise<void> {
  await act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    screen.getByText(label).click()
  })
}
