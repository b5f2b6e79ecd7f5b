import { type CloudEvent, phone } from '../../dev/harness/taro'
import { noteServerNow } from '../clock'
import { beginDraft, draftStore, openDraft, saveDraft, type } from './draft.store'
import { newItem, planOf } from './plan-form'

const NOON = Date.parse('2026-11-21T12:00:00+08:00')
const stores = [{ storeId: 'wutong', name: '梧桐里店' }]
const berries = { ...newItem(), name: '草莓', price: '19.9' }

let sent: CloudEvent[] = []

describe('a draft that saves itself', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: NOON })
    noteServerNow(NOON)
    phone.reset()
    sent = []
    phone.answer = (_feature, event) => {
      sent.push(event)
      const made = { listId: 'l1', items: [], pickupPoints: [] }
      return { ok: true, value: made }
    }
    beginDraft(stores)
  })
  afterEach(() => jest.useRealTimers())

  it('waits on the phone until it is whole, and comes back from there', async () => {
    type({ title: '周六草莓' })
    await pause()
    expect(draftStore.getState().saved).toBe('phone')
    expect(sent).toEqual([])
    beginDraft(stores)
    expect(draftStore.getState().form?.title).toBe('周六草莓')
  })

  it('becomes a draft once it is whole, and is the same one from then on', async () => {
    type({ title: '周六草莓', items: [berries] })
    await pause()
    type({ title: '周六大草莓' })
    await pause()
    expect(sent.map(({ action }) => action)).toEqual(['create', 'save'])
    expect(sent[1]?.input).toMatchObject({ listId: 'l1', title: '周六大草莓' })
    expect(draftStore.getState()).toMatchObject({ listId: 'l1', saved: 'saved' })
    beginDraft(stores)
    expect(draftStore.getState().form?.title).toBe('')
  })

  it('saves once when the typing pauses, not with every letter', async () => {
    type({ items: [berries] })
    for (const title of ['周', '周六', '周六草', '周六草莓']) type({ title })
    await pause()
    expect(sent).toHaveLength(1)
    await saveDraft()
    expect(sent).toHaveLength(1)
  })

  it('says which words were refused, and keeps what was typed', async () => {
    const refused = { code: 'SHARE_RULE', message: '请换一种写法', detail: {}, requestId: 'r' }
    phone.answer = () => ({ ok: false, ...refused })
    type({ title: '转发有礼', items: [berries] })
    await pause()
    expect(draftStore.getState()).toMatchObject({ saved: 'failed', problem: '请换一种写法' })
    expect(draftStore.getState().form?.title).toBe('转发有礼')
  })

  it('is there again when its last change was not whole, or was refused', async () => {
    type({ title: '周六草莓', items: [berries] })
    await pause()
    const { form } = draftStore.getState()
    const plan = form && planOf(form, NOON)
    const open = { ok: true as const, value: { listId: 'l1', plan } }
    phone.answer = () => open
    type({ title: '' })
    await pause()
    expect(draftStore.getState().saved).toBe('phone')
    await openDraft('l1')
    expect(draftStore.getState()).toMatchObject({ saved: 'phone', form: { title: '' } })
    const refused = { code: 'SHARE_RULE', message: '请换一种写法', detail: {}, requestId: 'r' }
    phone.answer = (_feature, { action }) =>
      action === 'draft' ? open : { ok: false as const, ...refused }
    type({ title: '转发有礼' })
    await pause()
    await openDraft('l1')
    expect(draftStore.getState().form?.title).toBe('转发有礼')
    phone.answer = () => open
    type({ title: '周日草莓' })
    await pause()
    expect(draftStore.getState().saved).toBe('saved')
    await openDraft('l1')
    expect(draftStore.getState().form?.title).toBe('周六草莓')
  })

  it('goes on with a draft as it was saved', async () => {
    type({ title: '周六草莓', items: [berries] })
    const { form } = draftStore.getState()
    const plan = form && planOf(form, NOON)
    phone.answer = () => ({ ok: true, value: { listId: 'l2', plan } })
    await openDraft('l2')
    expect(draftStore.getState()).toMatchObject({ listId: 'l2', saved: 'saved' })
    expect(draftStore.getState().form?.items[0]?.price).toBe('19.90')
  })
})

async function pause(): Promise<void> {
  await jest.advanceTimersByTimeAsync(1_500)
}
