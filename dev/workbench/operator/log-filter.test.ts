import type { CallSummary } from '../../localcloud/laboratory/operator-api'
import { matches } from './log-filter'

const cost = {
  ...{ dbCalls: 1, docsExamined: 1, docsRead: 1, docsWritten: 0 },
  ...{ ms: 3, functionMs: 1, gatewayMs: 1, engineMs: 1 },
}
const call: CallSummary = {
  callId: '0F3A-77',
  function: 'mall',
  source: 'wx_client',
  openid: 'demo-new',
  action: 'redeem',
  requestId: 'phone-4711',
  parent: null,
  at: 0,
  outcome: { ok: false, error: 'FUNCTIONS_EXECUTE_FAIL: gone' },
  own: cost,
  total: cost,
  faultCount: 0,
}

describe('the filters of the log', () => {
  it.each([
    ['a part of the request id, in any case', { text: '0f3a' }],
    ['the request id that the phone shows', { text: 'phone-4711' }],
    ['the action', { text: 'redeem' }],
    ['a word of the error', { text: 'execute_fail' }],
    ['the openid and the function together', { text: 'demo-new', function: 'mall' }],
    ['failures', { failed: '1' }],
    ['nothing', {}],
  ])('let a call through that is asked for by %s', (_what, filters: Record<string, string>) => {
    expect(matches(call, filters)).toBe(true)
  })

  it('keep out what another function did, what did not fail, and what holds no such text', () => {
    expect(matches(call, { function: 'points' })).toBe(false)
    expect(matches({ ...call, outcome: { ok: true } }, { failed: '1' })).toBe(false)
    expect(matches({ ...call, outcome: null }, { failed: '1' })).toBe(false)
    expect(matches(call, { text: 'demo-staff' })).toBe(false)
  })
})
