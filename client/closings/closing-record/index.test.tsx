import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { saveFile } from '../../parts/save-file'
import { rolesStore } from '../../session/roles.store'
import { closingRecordStore } from '../closings.store'
import ClosingRecordPage from './index'

jest.mock('../../parts/save-file')

const none = {
  ...{ purchaseCount: 0, billFen: 0, couponFen: 0, pointsFen: 0, paidFen: 0 },
  ...{ refundCount: 0, refundFen: 0 },
}
const ours = { sums: { ...none, paidFen: 5_000 }, lateSums: none, late: [], openDays: [] }
const till = {
  ...{ receiptCount: 2, amountFen: 4_950, refundFen: 0, couponFen: 0, pointsFen: 0 },
  ...{ nonMemberCount: 0, nonMemberFen: 0, footfallCount: 0 },
}
const receiptDifferences = Array.from({ length: 12 }, (_unused, place) => ({
  receiptNo: `R-${place}`,
  tillFen: 100,
  ourFen: null,
}))
const signed = {
  ...{ ...ours, till, receiptDifferences, note: '少收五角', signedAt: 0, staffName: '顾明远' },
  differences: [{ figure: 'amount', tillFigure: 4_950, ourFigure: 5_000, difference: -50 }],
}
const day = {
  ...{ serverNow: 0, todayOn: '2026-03-11', businessOn: '2026-03-10', lastSignedOn: '2026-03-10' },
  ...{ storeId: 'east', storeName: '东店', tillNo: '1', tills: [], receipts: [], ours, signed },
}
const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '',
  stores: [],
}

it('shows a day as it was signed, and gives its whole list as a file', async () => {
  phone.reset()
  rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
  closingRecordStore.setState(closingRecordStore.getInitialState())
  phone.answer = (_feature, { action }) => ({ ok: true, value: action === 'me' ? me : day })
  await act(async () => {
    render(<ClosingRecordPage />)
  })
  expect(screen.getByText('东店 · 1 号机')).toBeTruthy()
  expect(screen.getByText('有差异 · 已日结')).toBeTruthy()
  expect(screen.getByText(/还有 2 张/)).toBeTruthy()
  await act(async () => {
    fireEvent.click(screen.getByText('导出表格（CSV）'))
  })
  const [name, csv] = jest.mocked(saveFile).mock.calls[0] ?? []
  expect(name).toBe('日结-东店-1 号机-2026-03-10.csv')
  expect(csv).toContain('实收（元）,49.50,0.00,50.00,-0.50')
  expect(csv).toContain('R-11,1.00,没有')
})
