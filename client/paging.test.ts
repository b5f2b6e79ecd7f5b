import type { Reply } from './api'
import { createPaged } from './paging'

interface Numbers {
  numbers: number[]
  nextCursor: string | null
}

describe('a list read page by page', () => {
  it('puts the next page under the first', async () => {
    const store = listOf([page([1, 2], 'b'), page([3], null)])
    await store.getState().load('all')
    await store.getState().more()
    expect(store.getState().rows).toEqual([1, 2, 3])
    expect(store.getState().nextCursor).toBeNull()
  })

  it('asks for one next page, however often the bottom is reached', async () => {
    const store = listOf([page([1], 'b'), page([2], 'c'), page([3], null)])
    await store.getState().load('all')
    await Promise.all([store.getState().more(), store.getState().more()])
    expect(store.getState().rows).toEqual([1, 2])
  })

  it('keeps the rows when the next page does not come, and can ask again', async () => {
    const store = listOf([page([1], 'b'), lost, page([2], null)])
    await store.getState().load('all')
    await store.getState().more()
    expect(store.getState().rows).toEqual([1])
    expect(store.getState().moreTrouble?.code).toBe('OFFLINE')
    await store.getState().more()
    expect(store.getState().rows).toEqual([1, 2])
    expect(store.getState().moreTrouble).toBeNull()
  })

  it('keeps old rows when a refresh fails', async () => {
    const store = listOf([page([1], null), lost])
    await store.getState().load('all')
    await store.getState().load('all')
    expect(store.getState().rows).toEqual([1])
    expect(store.getState().trouble?.code).toBe('OFFLINE')
  })

  it('empties the list for another query', async () => {
    const store = listOf([page([1], null), lost])
    await store.getState().load('all')
    await store.getState().load('in')
    expect(store.getState().rows).toEqual([])
  })
})

const lost: Reply<Numbers> = { ok: false, code: 'OFFLINE', message: '', requestId: 'r' }

function page(numbers: number[], nextCursor: string | null): Reply<Numbers> {
  return { ok: true, value: { numbers, nextCursor } }
}

function listOf(replies: Reply<Numbers>[]) {
  const left = [...replies]
  return createPaged<Numbers, number, string>(
    { ask: async () => left.shift() ?? lost, rowsOf: (answer) => answer.numbers },
    'all',
  )
}
