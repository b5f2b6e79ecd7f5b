import { act, fireEvent, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { certificateStore, verificationStore } from '../books.store'
import CertificatePage from './index'

describe('a certificate', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { on: '2026-11-20' }
    rolesStore.setState({ ...rolesStore.getInitialState(), data: me })
    certificateStore.setState(certificateStore.getInitialState())
    verificationStore.setState(verificationStore.getInitialState())
  })

  it('says 账平, and that its chain holds once it was verified', async () => {
    await open(fine)
    expect(screen.getByText('账平')).toBeTruthy()
    expect(screen.queryByText('核对这个账户')).toBeNull()
    await tap('开始复核')
    expect(screen.getByText(/12 张证书首尾相接/)).toBeTruthy()
  })

  it('names who does not agree, and leads to her account', async () => {
    await open({ ...fine, isBalanced: false, findings: [finding], findingCount: 1 })
    expect(screen.getByText('发现 1 处不符')).toBeTruthy()
    expect(screen.getByText('可用积分：账户里是 1,100 分，流水算出 100 分')).toBeTruthy()
    await tap('核对这个账户')
    const url = '/books/rebuild/index?memberNumber=30571286'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('promises no rebuild where an entry itself was changed', async () => {
    const broken = { ...finding, isEntryBroken: true }
    await open({ ...fine, isBalanced: false, findings: [broken], findingCount: 1 })
    expect(screen.getByText(/请先从备份恢复那笔流水/)).toBeTruthy()
  })

  it('says so when the day has none', async () => {
    await open(null)
    expect(screen.getByText('这一天还没有证书')).toBeTruthy()
  })
})

const me = {
  isStaff: true,
  isManager: true,
  isOwner: false,
  communityOwner: false,
  displayName: '顾明远',
  stores: [],
}
const standing = { balancePoints: 8_000, debtPoints: 0, pendingPoints: 0 }
const fine = {
  serverNow: 0,
  shopName: '小满鲜食',
  on: '2026-11-20',
  madeAt: Date.parse('2026-11-20T16:10:00Z'),
  isBalanced: true,
  memberCount: 8,
  readCount: 90,
  entryCount: 6,
  opening: standing,
  closing: standing,
  offPoints: 0,
  findings: [] as object[],
  findingCount: 0,
  dayFindings: [],
  hash: 'ab'.repeat(32),
  prevHash: '',
}
const finding = {
  memberNumber: '30571286',
  maskedName: '林**',
  sentences: ['可用积分：账户里是 1100 分，流水算出 100 分'],
  isEntryBroken: false,
}

async function open(certificate: object | null): Promise<void> {
  phone.answer = (_feature, event) => {
    if (event.action === 'me') return { ok: true, value: me }
    if (event.action === 'verify') {
      return { ok: true, value: { serverNow: 0, checkedCount: 12, sentences: [], entryCount: 6 } }
    }
    const message = '没有找到这一天的账平证书'
    return certificate
      ? { ok: true, value: certificate }
      : { ok: false, code: 'CERTIFICATE_NOT_FOUND', message, requestId: 'r' }
  }
  await act(async () => {
    render(<CertificatePage />)
  })
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
