import { type CloudEvent, phone } from '../../dev/harness/taro'
import {
  answerDoubt,
  beginPaste,
  openDoubt,
  pasteStore,
  type ReadText,
  readText,
  takeText,
  toTake,
  typeText,
} from './paste.store'

const lines = [{ itemId: 'i1', quantity: 2 }]
const read: ReadText = {
  entries: [
    { number: 1, name: '王姐', lines, remark: null, seen: 'known' },
    { number: 2, name: '小李', lines, remark: '少糖', seen: 'new' },
    { number: 3, name: '老周', lines, remark: null, seen: 'changed' },
  ],
  doubts: [
    { number: 4, text: '4. 505 2', reason: '看不出是门牌还是份数' },
    { number: 5, text: '5. 同上', reason: '不知道同哪一位' },
  ],
  ignored: ['大家快点接龙'],
  gone: [{ number: 6, name: '小倪' }],
}

let sent: CloudEvent[] = []

describe('a pasted message', () => {
  beforeEach(() => {
    phone.reset()
    sent = []
    phone.answer = (_feature, event) => {
      sent.push(event)
      const value = event.action === 'readText' ? read : { taken: [], refused: [] }
      return { ok: true, value }
    }
    beginPaste()
  })

  it('asks its doubts one by one, and guesses none of them', async () => {
    typeText('#接龙\n1. 王姐 2')
    await readText('l1')
    expect(openDoubt(pasteStore.getState())?.number).toBe(4)
    answerDoubt({ number: 4, name: '505', lines })
    expect(openDoubt(pasteStore.getState())?.number).toBe(5)
    answerDoubt(null)
    expect(openDoubt(pasteStore.getState())).toBeNull()
    expect(toTake(pasteStore.getState()).map(({ number }) => number)).toEqual([2, 3, 4])
    await takeText('l1')
    expect(sent.map(({ action }) => action)).toEqual(['readText', 'takeText'])
    expect(sent[1]?.input).toMatchObject({ entries: [{ name: '小李', remark: '少糖' }, {}, {}] })
  })

  it('asks nothing of an empty text, and says what was refused', async () => {
    typeText('  ')
    await readText('l1')
    expect(sent).toEqual([])
    phone.answer = () => ({ ok: false, code: 'INPUT_INVALID', message: '太长了', requestId: 'r' })
    typeText('1. 王姐')
    await readText('l1')
    expect(pasteStore.getState()).toMatchObject({ refused: '太长了', reading: false })
  })
})
