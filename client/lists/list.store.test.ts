import { phone } from '../../dev/harness/taro'
import { beginList, listStore, loadList, lookAtList } from './list.store'

describe('a list that is looked at', () => {
  it('is not asked for again while an answer is awaited, so that slow ones are shown', async () => {
    const waiting: ((answer: object) => void)[] = []
    phone.answer = () => new Promise((resolve) => waiting.push(resolve))
    beginList('list-1')
    const first = loadList()
    await lookAtList()
    expect(waiting).toHaveLength(1)
    waiting[0]?.({ ok: false, code: 'LIST_GONE', message: '没有了', requestId: 'r' })
    await first
    expect(listStore.getState()).toMatchObject({ loading: false, trouble: { code: 'LIST_GONE' } })
    const again = lookAtList()
    expect(waiting).toHaveLength(2)
    waiting[1]?.({ ok: false, code: 'LIST_GONE', message: '没有了', requestId: 'r' })
    await again
  })
})
