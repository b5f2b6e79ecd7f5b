import { waitingLine as line } from '../../dev/harness/list-shown'
import { type CloudEvent, phone } from '../../dev/harness/taro'
import {
  beginPickup,
  dueNow,
  handOver,
  handOverStore,
  keyOf,
  pickupDeskStore,
  tick,
  unweighed,
  type WaitingLine,
  weigh,
} from './pickup.store'

let sent: CloudEvent[] = []
let lines: WaitingLine[] = []

describe('the pick-up desk', () => {
  beforeEach(() => {
    phone.reset()
    sent = []
    lines = [
      line('e1', 'i1', { dueFen: 3_980 }),
      line('e1', 'i2', { unit: 'jin', grams: null, dueFen: 750 }),
      line('e2', 'i1', { dueFen: 0 }),
    ]
    phone.answer = (_feature, event) => {
      sent.push(event)
      if (event.action === 'waiting') {
        return { ok: true, value: { maskedName: '林**', isProxy: false, lines } }
      }
      if (event.action === 'weigh') {
        lines = lines.map((each) => (each.unit === 'jin' ? { ...each, grams: 1_260 } : each))
        return { ok: true, value: { entryId: 'e1', payableFen: 1 } }
      }
      return { ok: true, value: { entries: [], maskedName: '林**' } }
    }
  })

  it('ticks all that can be handed over, and asks for the weight of the rest', async () => {
    await beginPickup({ ticket: 't' })
    const { ticked } = pickupDeskStore.getState()
    expect(ticked).toEqual(['e1/i1', 'e2/i1'])
    expect(unweighed(lines, ticked).map(keyOf)).toEqual(['e1/i2'])
    expect(unweighed(lines, ['e2/i1'])).toEqual([])
  })

  it('takes in all of an entry with its first line', () => {
    expect(dueNow(lines, ['e1/i1'])).toBe(4_730)
    expect(dueNow(lines, ['e2/i1'])).toBe(0)
  })

  it('puts what was weighed to the rest, and leaves out what staff left out', async () => {
    await beginPickup({ ticket: 't' })
    tick(line('e2', 'i1'))
    await weigh(line('e1', 'i2', { unit: 'jin', grams: null }), 1_260)
    expect(pickupDeskStore.getState().ticked).toEqual(['e1/i1', 'e1/i2'])
    await handOver()
    expect(sent.at(-1)?.input).toEqual({
      ticket: 't',
      lines: [
        { entryId: 'e1', itemId: 'i1', quantity: 2 },
        { entryId: 'e1', itemId: 'i2', quantity: 2 },
      ],
    })
    expect(handOverStore.getState().answer).not.toBeNull()
  })

  it('forgets whoever stood there before', async () => {
    await beginPickup({ ticket: 't' })
    const next = beginPickup({ proxyCode: '123456789012' })
    expect(pickupDeskStore.getState().data).toBeNull()
    await next
    expect(sent.at(-1)?.input).toEqual({ proxyCode: '123456789012' })
  })
})
