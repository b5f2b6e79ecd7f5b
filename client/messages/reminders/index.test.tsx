import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { askingStore, permitsStore } from '../../session/permits.store'
import RemindersPage from './index'

const kind = (templateKey: string, title: string, left: { leftCount: number; id?: string }) => ({
  ...{ templateKey, title, leftCount: left.leftCount, templateId: left.id ?? null },
})

describe('the page of reminders', () => {
  let told: CloudEvent[] = []
  beforeEach(() => {
    phone.reset()
    told = []
    permitsStore.setState(permitsStore.getInitialState())
    askingStore.setState(askingStore.getInitialState())
  })

  it('says of each kind how often still, and asks for one more by a tap', async () => {
    await open([
      kind('gift', '礼遇到账', { leftCount: 2, id: 'g' }),
      kind('drop', '福利开抢', { leftCount: 0, id: 'd' }),
    ])
    expect(screen.getByText('还可提醒 2 次')).toBeTruthy()
    expect(screen.getByText('未开启')).toBeTruthy()
    phone.permitAnswers = { d: 'accept' }
    await act(async () => {
      fireEvent.click(screen.getByLabelText('福利开抢再加一次'))
    })
    expect(told.map(({ input }) => input)).toEqual([{ answers: { drop: 'accept' } }])
  })

  it('does not speak of what the shop cannot send', async () => {
    await open([
      kind('gift', '礼遇到账', { leftCount: 0, id: 'g' }),
      kind('tier', '等级变化', { leftCount: 0 }),
    ])
    expect(screen.queryByText('等级变化')).toBeNull()
  })

  it('says so where the shop sends nothing by WeChat', async () => {
    await open([kind('gift', '礼遇到账', { leftCount: 0 })])
    expect(screen.getByText('店里还没开通微信提醒')).toBeTruthy()
  })

  async function open(permits: object[]): Promise<void> {
    phone.answer = (_feature, event) => {
      if (event.action === 'recordPermits') told.push(event)
      return { ok: true, value: { serverNow: Date.now(), askableFromAt: null, permits } }
    }
    render(<RemindersPage />)
    await act(async () => {})
  }
})
