import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { importReportStore } from '../imports.store'
import ImportReportPage from './index'

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '',
  stores: [],
}
const job = {
  ...{ jobId: 'j', kind: 'purchases', fileName: 'a.csv', state: 'done', startedAt: 0 },
  ...{ staffName: '顾明远', rowCount: 5, fineCount: 3, thereCount: 1, wrongCount: 1 },
  ...{ bookedCount: 3, hasRows: true },
}

describe('what came of an import', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    importReportStore.setState(importReportStore.getInitialState())
  })

  it('is shown with each row that is wrong', async () => {
    const problem = { rowNo: 4, reason: 'dateInvalid', sentence: '日期请写成 2026-03-09' }
    await open({ job, problems: [problem], nextCursor: null })
    expect(screen.getByText('登记 3 行')).toBeTruthy()
    expect(screen.getByText('第 4 行')).toBeTruthy()
  })

  it('says when its rows were removed, and goes on past pages that are all right', async () => {
    await open({ job: { ...job, hasRows: false }, problems: [], nextCursor: null })
    expect(screen.getByText(/只保留 30 天/)).toBeTruthy()
    await act(async () => {
      importReportStore.setState({ nextCursor: '21' })
    })
    expect(screen.getByText('查看更多')).toBeTruthy()
  })
})

async function open(report: object): Promise<void> {
  phone.answer = (_feature, { action }) => ({
    ok: true,
    value: action === 'me' ? me : { serverNow: 0, ...report },
  })
  await act(async () => {
    render(<ImportReportPage />)
  })
}
