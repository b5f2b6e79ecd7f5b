import { type CloudEvent, phone } from '../../dev/harness/taro'
import { importStore } from './import.store'

const text = '手机号,积分\n13800001111,20\n13800002222,x'
const progress = {
  ...{ serverNow: 0, jobId: 'job', kind: 'opening', fileName: 'a.csv', rowCount: 2, pageCount: 1 },
  ...{ donePageCount: 1, fineCount: 1, thereCount: 0, wrongCount: 1, bookedCount: 0 },
}

describe('a file on its way', () => {
  let sent: CloudEvent[] = []
  beforeEach(() => {
    phone.reset()
    sent = []
    let checks = 0
    importStore.setState(importStore.getInitialState())
    importStore.getState().choose('opening')
    phone.answer = (_feature, event) => {
      sent.push(event)
      checks += event.action === 'checkImport' ? 1 : 0
      const state = event.action === 'bookImport' ? 'done' : checks > 1 ? 'checked' : 'checking'
      const problems = [{ rowNo: 3, reason: 'pointsInvalid', sentence: '积分请写整数' }]
      return { ok: true, value: { ...progress, state, problems, nextCursor: null } }
    }
  })
  const actions = () => sent.map(({ action }) => action)

  it('is sent in pages and looked at, and nothing is booked before she agrees', async () => {
    await importStore.getState().take({ name: '老会员.csv', text })
    expect(actions()).toEqual([
      'beginImport',
      'sendImportPage',
      'checkImport',
      'checkImport',
      'importReport',
    ])
    expect(sent[1]?.input).toMatchObject({
      jobId: 'job',
      pageNo: 1,
      rowsText: '[[2,"13800001111","20"],[3,"13800002222","x"]]',
    })
    expect(importStore.getState()).toMatchObject({ stage: 'checked', problems: [{ rowNo: 3 }] })
    await importStore.getState().book()
    expect(importStore.getState().stage).toBe('done')
    expect(actions().filter((action) => action === 'bookImport')).toHaveLength(1)
  })

  it('says which column a file lacks, and sends nothing', async () => {
    await importStore.getState().take({ name: 'a.csv', text: '手机号\n1' })
    expect(importStore.getState().message).toBe('表头缺少一列，或有一列重复（积分）')
    expect(sent).toEqual([])
  })
})
