import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { saveStore, templatesStore } from '../templates.store'
import TemplatePage from './index'

const me = {
  ...{ isStaff: true, isManager: true, isOwner: true, communityOwner: false },
  ...{ displayName: '顾明远' },
  stores: [
    { storeId: 'east', name: '东门店', role: 'manager' as const },
    { storeId: 'west', name: '西门店', role: 'manager' as const },
  ],
}
const view = {
  ...{ kind: 'gift', thing: '曲奇一份', title: '曲奇券', thresholdFen: 0, validDays: 7 },
  limits: { storeIds: [], weekdays: [], hours: [], tierFrom: 'gold', categories: [] },
  ...{ stackGroup: null, transferable: false, version: 2, face: '赠品', sentence: '免费领取曲奇' },
  limitWords: [],
}
const row = { templateId: 't1', published: view, draft: null, revision: 4 }

describe('a template in the making', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    templatesStore.setState(templatesStore.getInitialState())
    saveStore.setState(saveStore.getInitialState())
  })

  it('asks for the figures of its kind alone, and says what is missing once asked', async () => {
    const sent = await open([])
    expect(screen.getByLabelText('减多少元')).toBeTruthy()
    await tap('换购券')
    expect(screen.queryByLabelText('减多少元')).toBeNull()
    expect(screen.queryByText('请写清楚是什么')).toBeNull()
    await tap('存为草稿，看看效果')
    expect(screen.getByText('请写清楚是什么')).toBeTruthy()
    expect(savesIn(sent)).toEqual([])
  })

  it('is saved with its limits, and shown on sample bills', async () => {
    const sent = await open([])
    type('名称', '满30减5')
    type('减多少元', '5')
    type('满多少元', '30')
    await tap('东门店')
    await tap('周六')
    await tap('存为草稿，看看效果')
    expect(savesIn(sent)).toMatchObject([
      {
        ...{ kind: 'amountOff', faceFen: 500, thresholdFen: 3_000, validDays: 30 },
        limits: { storeIds: ['east'], weekdays: [6] },
      },
    ])
    const url = '/coupon-desk/preview/index?templateId=t1'
    expect(phone.done).toContainEqual(['redirectTo', { url }])
  })

  it('names the draft that was seen, and keeps what the page does not show', async () => {
    phone.params = { templateId: 't1' }
    const sent = await open([row])
    expect(screen.getByText('没有改动')).toBeTruthy()
    type('名称', '黄油曲奇券')
    await tap('存为草稿，看看效果')
    expect(savesIn(sent)).toMatchObject([
      { templateId: 't1', seenRevision: 4, title: '黄油曲奇券', limits: { tierFrom: 'gold' } },
    ])
  })
})

async function open(templates: object[]): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'saveTemplate') {
      return { ok: true, value: { templateId: 't1', version: 1, revision: 5 } }
    }
    return { ok: true, value: { serverNow: 0, templates, nextCursor: null } }
  }
  await act(async () => {
    render(<TemplatePage />)
  })
  return sent
}

function savesIn(sent: readonly CloudEvent[]): unknown[] {
  return sent.filter(({ action }) => action === 'saveTemplate').map(({ input }) => input)
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
