import { phone } from '../../dev/harness/taro'
import { entriesIn, receiversStore } from './issue.store'

describe('who gets a coupon of a batch', () => {
  beforeEach(() => {
    phone.reset()
    receiversStore.getState().clear()
    phone.answer = (_feature, { input }) => {
      const { memberNumber } = Object(input)
      if (memberNumber === '99999999') {
        return { ok: false, code: 'MEMBER_NOT_FOUND', message: '没有找到这位会员', requestId: 'r' }
      }
      return { ok: true, value: { memberId: `m-${memberNumber}`, maskedName: '林**' } }
    }
  })

  it('is found by each number of a pasted list, once', async () => {
    await receiversStore.getState().add('12345678\n23456789，12345678')
    const { receivers, odd, waitingCount } = receiversStore.getState()
    expect(receivers.map(({ memberId }) => memberId)).toEqual(['m-12345678', 'm-23456789'])
    expect([odd, waitingCount]).toEqual([[], 0])
  })

  it('is told of when a number is nobody’s, too short, or there already', async () => {
    const { add } = receiversStore.getState()
    await add('12345678')
    await add('99999999 123 12345678')
    expect(receiversStore.getState().odd).toEqual([
      { typed: '99999999', why: '没有找到这位会员' },
      { typed: '123', why: '不是会员号' },
      { typed: '12345678', why: '已经在名单里' },
    ])
    expect(receiversStore.getState().receivers).toHaveLength(1)
  })

  it('is one whose code was typed in groups', () => {
    expect(entriesIn('1234 5678 9012 3456 78')).toHaveLength(1)
  })
})
