import { createRequire } from 'node:module'
import { startTestCloud, type TestCloud } from '../fixtures/sdk'

/** The parts of @cloudbase/node-sdk that wx-server-sdk does not hand on. */
interface CloudbaseApp {
  database(): {
    readonly command: { inc(by: number): unknown }
    collection(name: string): CloudbaseCollection
    startTransaction(): Promise<{
      collection(name: string): CloudbaseCollection
      rollback(): Promise<unknown>
    }>
  }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  copyFile(wish: { fileList: { srcPath: string; dstPath: string }[] }): Promise<unknown>
  getFileInfo(wish: { fileList: string[] }): Promise<{ fileList: unknown[] }>
  callFunction(wish: { name: string; data: object }): Promise<{ result: unknown }>
  callWxOpenApi(wish: { apiName: string; requestData: object }): Promise<unknown>
  analytics(report: object): Promise<unknown>
}

interface CloudbaseCollection {
  add(rows: object | object[]): Promise<{ id?: string; ids?: string[] }>
  doc(id: string): { get(): Promise<{ data: unknown }> }
  where(filter: object): {
    updateAndReturn(change: object): Promise<{ updated: number; doc: unknown }>
  }
}

let test: TestCloud
let app: CloudbaseApp

beforeAll(async () => {
  test = await startTestCloud()
  // It comes with wx-server-sdk, whose dependency it is; its own types are of another shape.
  const { init } = createRequire(require.resolve('wx-server-sdk'))('@cloudbase/node-sdk')
  app = init({ env: 'local' })
})

afterAll(() => test.end())

describe('@cloudbase/node-sdk by itself', () => {
  it('adds one and many, and answers their ids', async () => {
    const config = app.database().collection('config')
    expect(await config.add({ _id: 'a', n: 1 })).toMatchObject({ id: 'a' })
    expect(await config.add([{ _id: 'b' }, { _id: 'c' }])).toMatchObject({ ids: ['b', 'c'] })
  })

  it('changes one document and has it back, outside and inside a transaction', async () => {
    const db = app.database()
    const config = db.collection('config')
    await config.add({ _id: 'seen', n: 1 })
    const change = { n: db.command.inc(1) }
    expect(await config.where({ _id: 'seen' }).updateAndReturn(change)).toMatchObject({
      updated: 1,
      doc: { _id: 'seen', n: 2 },
    })
    const transaction = await db.startTransaction()
    const inside = transaction.collection('config').where({ _id: 'seen' })
    expect(await inside.updateAndReturn(change)).toMatchObject({ updated: 1, doc: { n: 3 } })
    await transaction.rollback()
    expect((await config.doc('seen').get()).data).toEqual([{ _id: 'seen', n: 2 }])
    const none = await config.where({ _id: 'nobody' }).updateAndReturn(change)
    expect(none.updated).toBe(0)
  })

  it('asks for the size of a file, and copies it', async () => {
    const fileContent = Buffer.from('seven b')
    const { fileID } = await app.uploadFile({ cloudPath: 'x/a.txt', fileContent })
    const { fileList } = await app.getFileInfo({ fileList: [fileID] })
    expect(fileList).toMatchObject([{ code: 'SUCCESS', size: 7, fileName: 'a.txt' }])
    const copied = { fileList: [{ srcPath: 'x/a.txt', dstPath: 'y/a.txt' }] }
    await app.copyFile(copied)
    const copy = fileID.replace('/x/', '/y/')
    expect((await app.getFileInfo({ fileList: [copy] })).fileList).toMatchObject([{ size: 7 }])
  })

  it('calls functions, and is refused by name what is not here', async () => {
    expect((await app.callFunction({ name: 'echo', data: { a: 1 } })).result).toEqual({ a: 1 })
    await expect(app.callFunction({ name: 'nobody', data: {} })).rejects.toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    })
    const report = { action_type: 'visit_store', action_time: 0 }
    await expect(app.analytics({ report_type: 'mall', report_data: report })).rejects.toThrow(
      'unsupported action analytics.report',
    )
  })
})
