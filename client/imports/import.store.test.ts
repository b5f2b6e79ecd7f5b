import { TextDecoder } from 'node:util'
import { type CloudEvent, phone } from '../../dev/harness/taro'
import { importStore } from './import.store'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const bytes = bytesOf('手机号,积分\n13800001111,20\n13800002222,x')
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
    await importStore.getState().take({ name: '老会员.csv', bytes })
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
    expect(importStore.getState().problems[0]?.content).toBe('13800002222 · x')
    await importStore.getState().book()
    expect(importStore.getState().stage).toBe('done')
    expect(actions().filter((action) => action === 'bookImport')).toHaveLength(1)
  })

  it('says which column a file lacks, and sends nothing', async () => {
    await importStore.getState().take({ name: 'a.csv', bytes: bytesOf('手机号\n1') })
    expect(importStore.getState().message).toBe('表头缺少一列，或有一列重复（积分）')
    expect(sent).toEqual([])
  })

  it('is read by the server where the phone has no table for its letters', async () => {
    const decoder = new TextDecoder('gb18030')
    const answered = phone.answer
    phone.answer = (feature, event) => {
      if (event.action !== 'decodeText') return answered?.(feature, event)
      sent.push(event)
      const { base64 } = event.input as { base64: string }
      return { ok: true, value: { text: decoder.decode(Buffer.from(base64, 'base64')) } }
    }
    // 手机号,积分, in GB18030.
    const head = 'cad6bbfabac52cbbfdb7d60d0a'
    const gbk = Buffer.concat([Buffer.from(head, 'hex'), Buffer.from('13800001111,20\r\n')])
    await importStore.getState().take({ name: 'a.csv', bytes: new Uint8Array(gbk) })
    expect(actions().slice(0, 3)).toEqual(['decodeText', 'beginImport', 'sendImportPage'])
    expect(sent[2]?.input).toMatchObject({ rowsText: '[[2,"13800001111","20"]]' })
  })

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04], '这是表格工作簿，请另存为逗号分隔格式再选'],
    ['nothing', [], '文件里没有数据'],
  ])('says of %s what to do, and sends nothing', async (_name, some, message) => {
    await importStore.getState().take({ name: 'a.xlsx', bytes: new Uint8Array(some) })
    expect(importStore.getState()).toMatchObject({ stage: 'choosing', message })
    expect(sent).toEqual([])
  })
})
