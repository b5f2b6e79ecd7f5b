import { act, render, screen } from '@testing-library/react'
import { phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { reachStore } from '../reach.store'
import ReachPage from './index'

const manager = { isStaff: true, isManager: true, communityOwner: false, stores: [] }

describe('what a message reaches', () => {
  beforeEach(() => {
    phone.reset()
    reachStore.setState(reachStore.getInitialState())
    rolesStore.setState(rolesStore.getInitialState())
  })

  it('is said kind by kind, also where the shop has no template', async () => {
    phone.answer = (_feature, { action, input }) => {
      if (action !== 'forecast') return { ok: true, value: manager }
      const hasTemplate = JSON.stringify(input) !== '{"templateKey":"list"}'
      const sentence = '应发 1,200，可达 430（36%），其余入收件箱'
      return { ok: true, value: { dueCount: 1200, reachableCount: 430, hasTemplate, sentence } }
    }
    render(<ReachPage />)
    await act(async () => {})
    await act(async () => {})
    expect(screen.getAllByText('应发 1,200，可达 430（36%），其余入收件箱')).toHaveLength(5)
    expect(screen.getByText('还没在微信后台选模板，只进收件箱')).toBeTruthy()
  })
})
