import { act, fireEvent, render, screen } from '@testing-library/react'
import { waitingLine } from '../../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import PickupDeskPage from './index'

const clerk = {
  ...{ isStaff: true, isManager: false, isOwner: false, communityOwner: false },
  ...{ displayName: '沈佳怡', stores: [] },
}

let sent: CloudEvent[] = []

describe('the pick-up desk', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { ticket: 'a-ticket-of-her-scan-1234' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: clerk })
    sent = []
  })

  it('shows all that waits across lists, and the sum to take in', async () => {
    await open()
    expect(screen.getByText('林**')).toBeTruthy()
    expect(screen.getByText('周六草莓和西瓜')).toBeTruthy()
    expect(document.querySelector('.pickup-due-sum')?.textContent).toBe('¥39.80')
    await tap('已收款，交 2 样')
    expect(sent.at(-1)?.input).toMatchObject({ lines: [{ entryId: 'e1' }, { entryId: 'e2' }] })
    expect(screen.getByText('都交给会员了')).toBeTruthy()
    expect(screen.getByText('周六草莓和西瓜，第 3 位')).toBeTruthy()
  })

  it('takes nothing in for what is paid already, and hands over a part', async () => {
    await open()
    await act(async () => {
      fireEvent.click(document.querySelectorAll('.pickup-line')[0] as Element)
    })
    expect(document.querySelector('.pickup-due-sum')?.textContent).toBe('¥0.00')
    expect(screen.getByText('交 1 样')).toBeTruthy()
  })

  it('says of what its owner is paid for that it is not paid yet, and takes nothing', async () => {
    await open([waitingLine('e1', 'i1', { dueFen: 0, toOwnerFen: 3_980 })])
    expect(screen.getByText('团长收款')).toBeTruthy()
    expect(screen.getByText('还没付给团长，店里不用收')).toBeTruthy()
    expect(screen.queryByText('已付')).toBeNull()
    expect(screen.getByText('交 1 样')).toBeTruthy()
  })
})

const two = [
  waitingLine('e1', 'i1'),
  waitingLine('e2', 'i1', { listTitle: '鸡蛋', entryNo: 8, dueFen: 0 }),
]

async function open(lines: readonly object[] = two): Promise<void> {
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'waiting') {
      return { ok: true, value: { maskedName: '林**', isProxy: false, lines } }
    }
    const entries = [{ entryId: 'e1', entryNo: 3, collectedAll: true, paidFen: 3_980 }]
    return { ok: true, value: { entries, maskedName: '林**' } }
  }
  await act(async () => {
    render(<PickupDeskPage />)
  })
}

async function tap(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words))
  })
}
