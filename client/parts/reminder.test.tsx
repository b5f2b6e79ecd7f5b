import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../dev/harness/taro'
import { askingStore, permitsStore } from '../session/permits.store'
import { Reminder } from './reminder'

const keys = ['pickup'] as const
const words = '快过期时，微信提醒我'

describe('the offer of a reminder', () => {
  beforeEach(() => {
    phone.reset()
    permitsStore.setState(permitsStore.getInitialState())
    askingStore.setState(askingStore.getInitialState())
  })

  it('is one tap, and says what came of it', async () => {
    phone.permitAnswers = { p: 'accept' }
    await show({})
    await tap('开启')
    expect(screen.getByText('好的，到时微信提醒您')).toBeTruthy()
    expect(screen.queryByText('开启')).toBeNull()
  })

  it('takes a no as it is', async () => {
    phone.permitAnswers = { p: 'reject' }
    await show({})
    await tap('开启')
    expect(screen.getByText('没关系，消息里也能看到')).toBeTruthy()
  })

  it('is not there without a template, in days of peace, or a second time in a visit', async () => {
    await show({ templateId: null })
    expect(screen.queryByText(words)).toBeNull()
    await show({ askableFromAt: Date.now() + 60_000 })
    expect(screen.queryByText(words)).toBeNull()
    act(() => askingStore.setState({ askedAt: Date.now() - 60_000 }))
    await show({})
    expect(screen.queryByText(words)).toBeNull()
  })
})

async function show({ templateId = 'p', askableFromAt = null }: object & Partial<Told>) {
  cleanup()
  permitsStore.setState(permitsStore.getInitialState())
  const permit = { templateKey: 'pickup', title: '自提与退换', templateId, leftCount: 0 }
  const value = { serverNow: Date.now(), askableFromAt, permits: [permit] }
  phone.answer = () => ({ ok: true, value })
  render(<Reminder keys={keys} words={words} />)
  await act(async () => {})
}

interface Told {
  templateId: string | null
  askableFromAt: number | null
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
