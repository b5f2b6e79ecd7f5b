import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { saveStore, shopStore } from '../shop.store'
import ShopFactsPage from './index'

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
  ...{ name: '小满鲜食', slogan: '清早的菜', notice: '周一盘点' },
  ...{ noticeFromOn: null, noticeUntilOn: null, stores: [store], heldFields: [] as object[] },
}

describe('the shop’s facts', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState(rolesStore.getInitialState())
    shopStore.setState(shopStore.getInitialState())
    saveStore.setState(saveStore.getInitialState())
  })

  it('are saved by their owner on top of what she saw, and shown as saved', async () => {
    const saved = { ...facts, revision: 4, name: '小满' }
    const sent = await open(facts, { ok: true, value: saved })
    expect(screen.getByText('没有改动')).toBeTruthy()
    await type('店名', ' 小满 ')
    await tap('保存')
    const { name: _, ...rest } = wordsOf(facts)
    expect(sent.at(-1)).toMatchObject({
      action: 'save',
      input: { seenRevision: 3, facts: { name: '小满', ...rest } },
    })
    expect(phone.done).toContainEqual(['showToast', { title: '已保存', icon: 'success' }])
    expect(screen.getByText('没有改动')).toBeTruthy()
  })

  it('without a name are not sent', async () => {
    const sent = await open(facts)
    await type('店名', '　')
    expect(screen.getByText('写上店名，会员在首页第一眼看到它')).toBeTruthy()
    await tap('保存')
    expect(sent.map(({ action }) => action)).not.toContain('save')
  })

  it('that somebody changed meanwhile are looked at again', async () => {
    const message = '刚才有人改过店铺资料，请看过最新的再保存'
    const sent = await open(facts, { ok: false, code: 'SHOP_CHANGED', message })
    await type('店名', '小满')
    await tap('保存')
    expect(screen.getByText(message)).toBeTruthy()
    await tap('看最新内容')
    expect(sent.at(-1)?.action).toBe('show')
  })

  it('that wait for a person are said to wait', async () => {
    await open({ ...facts, heldFields: [{ storeId: null, field: 'notice' }] })
    expect(screen.getByText(/^公告的改动在等人工审核/)).toBeTruthy()
  })

  it('are a manager’s to read, and her store’s to open', async () => {
    await open({ ...facts, isOwner: false })
    expect(screen.getByText('店名、介绍和公告由店主填写')).toBeTruthy()
    expect(screen.queryByText('添加门店')).toBeNull()
    expect(screen.getByText('缺电话、位置')).toBeTruthy()
    act(() => screen.getByText('东门店').click())
    expect(phone.done).toContainEqual(['navigateTo', { url: '/shop/store/index?storeId=east' }])
  })

  async function open(shown: object, answer?: object): Promise<CloudEvent[]> {
    cleanup()
    const sent: CloudEvent[] = []
    phone.answer = (_feature, event) => {
      sent.push(event)
      if (event.action === 'me') return { ok: true, value: me }
      return event.action === 'save' ? answer : { ok: true, value: shown }
    }
    await act(async () => {
      render(<ShopFactsPage />)
    })
    return sent
  }
})

function wordsOf({ name, slogan, notice, noticeFromOn, noticeUntilOn }: typeof facts) {
  return { name, slogan, notice, noticeFromOn, noticeUntilOn }
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
