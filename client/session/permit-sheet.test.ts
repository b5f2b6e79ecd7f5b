import { phone } from '../../dev/harness/taro'
import { showPermitSheet } from './permit-sheet'

const asked = [
  { templateKey: 'gift', title: '礼遇到账', templateId: 'g' },
  { templateKey: 'drop', title: '福利开抢', templateId: 'd' },
] as const

describe('the sheet of WeChat', () => {
  beforeEach(() => phone.reset())

  it('is asked for the templates, and what it says is read', async () => {
    phone.permitAnswers = { g: 'acceptWithAudio', d: 'reject', errMsg: 'ok', other: 'accept' }
    expect(await showPermitSheet(asked)).toEqual({ g: 'accept', d: 'reject' })
    const options = { tmplIds: ['g', 'd'], entityIds: [] }
    expect(phone.done).toContainEqual(['requestSubscribeMessage', options])
  })

  it('says nothing where it was not shown', async () => {
    phone.permitAnswers = new Error('requestSubscribeMessage:fail 20004')
    expect(await showPermitSheet(asked)).toBeNull()
  })
})
