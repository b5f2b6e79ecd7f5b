import { phone } from '../../dev/harness/taro'
import { accountStore, lookUp, pointsIn } from './account.store'

describe('the account that a manager looks at', () => {
  beforeEach(() => {
    phone.reset()
    accountStore.setState(accountStore.getInitialState())
  })

  it('is never shown under the number of another member', async () => {
    phone.answer = () => ({ ok: true, value: { maskedName: '林**' } })
    await lookUp('11111111')
    expect(accountStore.getState().data).toMatchObject({ maskedName: '林**' })
    phone.answer = () => ({ ok: false, code: 'MEMBER_NOT_FOUND', message: '没有找到这位会员' })
    await lookUp('22222222')
    expect(accountStore.getState()).toMatchObject({
      data: null,
      trouble: { code: 'MEMBER_NOT_FOUND' },
    })
  })

  it('takes whole points within the bound of an adjustment', () => {
    expect(['1', '100000', ' 30 ', '１，０００'].map(pointsIn)).toEqual([1, 100_000, 30, 1_000])
    expect(['', '0', '-5', '1.5', '100001', '1e3'].map(pointsIn)).toEqual(Array(6).fill(null))
  })
})
