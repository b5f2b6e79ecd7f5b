import { phone } from '../../dev/harness/taro'
import { scannedMember } from '../../dev/harness/till-answers'

const SERVER_AT = Date.parse('2026-03-10T10:00:00+08:00')
const scanned = scannedMember({ serverNow: SERVER_AT })
type Modules = typeof import('./till.store') &
  typeof import('./till-draft') &
  typeof import('../clock')

/** The app as it starts: every store anew, what the phone keeps as it was left. */
function start(): Modules {
  let all = {} as Modules
  jest.isolateModules(() => {
    require('../../dev/harness/taro').phone.storage = phone.storage
    all = { ...require('../clock'), ...require('./till-draft'), ...require('./till.store') }
  })
  return all
}

describe('what was typed, when the page is loaded anew', () => {
  beforeEach(() => phone.reset())

  it.each([
    ['right', 0],
    ['three years fast', 3 * 365 * 86_400_000],
    ['three years slow', -3 * 365 * 86_400_000],
  ])('is there again under the same request, on a phone whose clock is %s', (_name, wrongMs) => {
    jest.useFakeTimers({ now: SERVER_AT + wrongMs })
    const before = start()
    before.noteServerNow(SERVER_AT)
    before.tillStore.getState().open(scanned)
    for (const key of ['4', '5'] as const) before.tillStore.getState().press(key)
    const { requestId } = before.tillStore.getState()
    const after = start()
    expect(after.tillStore.getState()).toMatchObject({
      ...{ requestId, isRestored: true, typed: { bill: '45' } },
      scanned: { maskedName: scanned.maskedName },
    })
    // Typed on before any answer has told the time: it keeps the time that it had.
    after.tillStore.getState().press('0')
    const draft = after.keptDraft()
    expect(draft).toMatchObject({ keptAt: SERVER_AT, typed: { bill: '450' } })
    if (!draft) throw new Error('nothing was kept')
    expect(after.isResumable(draft, scanned, SERVER_AT + 600_000)).toBe(true)
    expect(after.isResumable(draft, scanned, SERVER_AT + 600_001)).toBe(false)
    const another = { ...scanned, avatar: 'preset:plum' }
    expect(after.isResumable(draft, another, SERVER_AT)).toBe(false)
    jest.useRealTimers()
  })

  it('is gone once nothing is typed any more, or the next member stands there', () => {
    const { tillStore, keptDraft } = start()
    tillStore.getState().open(scanned)
    tillStore.getState().press('4')
    expect(keptDraft()).not.toBeNull()
    tillStore.getState().open(scanned)
    expect(keptDraft()).toBeNull()
    expect(start().tillStore.getState()).toMatchObject({ scanned: null, isRestored: false })
  })
})
