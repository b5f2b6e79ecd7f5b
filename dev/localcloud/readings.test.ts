import cloudSdk from 'wx-server-sdk'
import { openFunctionFolder } from './fixtures/function-folder'
import { post, startTestCloud, type TestCloud } from './fixtures/sdk'
import { type Readings, readingsWith, readReadings } from './readings'

const others: Readings = {
  duplicateKey: 'DATABASE_DUPLICATE_WRITE',
  emptyUpdate: 'nothing',
  transactionOperations: 101,
  requestMb: 6,
  lookupMissing: 'nothing',
  createdCollections: 'PRIVATE',
  addressSeconds: 86_400,
  refundLists: 'filled',
  appIdOfTimers: 'present',
}

const outcomeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    ({ errMsg, message }: { errMsg?: string; message?: string }) => errMsg ?? message,
  )

/** What code meets of each reading but that of refunds, which the payments' own tests look at. */
async function meet({ db, cloud }: TestCloud) {
  const config = db.collection('config')
  await config.add({ data: { _id: 'a', n: 1 } })
  const transaction = await db.startTransaction()
  const read = async () => {
    for (let n = 0; n < 101; n += 1) await transaction.collection('config').doc('a').get()
  }
  const join = { from: 'nowhere', localField: 'n', foreignField: 'n', as: 'found' }
  await db.createCollection('notes')
  const own = { action: 'database.insertDocument', collectionName: 'notes', data: ['{"n":1}'] }
  const phone = { body: own, headers: { 'x-openid': 'ann' } }
  const fileContent = Buffer.from('a')
  const { fileID } = await cloudSdk.uploadFile({ cloudPath: 'a.txt', fileContent })
  const addresses = await cloudSdk.getTempFileURL({ fileList: [fileID] })
  return {
    again: await outcomeOf(config.add({ data: { _id: 'a' } })),
    emptied: await outcomeOf(config.doc('a').update({ data: { n: {} } })),
    operations: await outcomeOf(read()),
    large: await outcomeOf(config.add({ data: { text: 'x'.repeat(5.5 * 1024 * 1024) } })),
    joined: await outcomeOf(config.aggregate().lookup(join).end()),
    byPhone: (await post(cloud, '/client/database', phone)).answer,
    addresses,
    appId: await cloud.fireTimer('who'),
  }
}

const who = "exports.main = () => require('wx-server-sdk').getWXContext().APPID ?? 0"

async function meetWith(readings: Partial<Readings> | undefined) {
  const folder = openFunctionFolder({ 'who/index.js': who })
  const test = await startTestCloud({ readings, functionsDir: folder.path })
  try {
    return await meet(test)
  } finally {
    await test.end()
    folder.end()
  }
}

it('goes by the stricter reading of everything that nobody could verify', async () => {
  expect(await meetWith(undefined)).toEqual({
    again: expect.stringContaining('-502001'),
    emptied: expect.stringContaining('at least one element'),
    operations: expect.stringContaining('at most 100 operations'),
    large: expect.stringContaining('max size: 5 MB'),
    joined: expect.stringContaining('not exist: nowhere'),
    byPhone: expect.objectContaining({ code: 'DATABASE_PERMISSION_DENIED' }),
    addresses: expect.objectContaining({ fileList: [expect.objectContaining({ maxAge: 600 })] }),
    appId: 0,
  })
})

it('goes by the other ones when it is told to', async () => {
  expect(await meetWith(others)).toEqual({
    again: expect.stringContaining('-501001'),
    emptied: 'done',
    operations: 'done',
    large: 'done',
    joined: 'done',
    byPhone: expect.objectContaining({ data: { insertedIds: [expect.any(String)] } }),
    addresses: expect.objectContaining({ fileList: [expect.objectContaining({ maxAge: 86_400 })] }),
    appId: expect.stringMatching(/^wx/),
  })
})

it('knows its readings by name', () => {
  expect(readReadings([])).toEqual(readingsWith())
  expect(readReadings(['requestMb=8', 'duplicateKey=DATABASE_DUPLICATE_WRITE'])).toMatchObject({
    requestMb: 8,
    duplicateKey: 'DATABASE_DUPLICATE_WRITE',
  })
  for (const wrong of ['nonsense=1', 'requestMb=21', 'emptyUpdate', 'refundLists=some']) {
    expect(() => readReadings([wrong])).toThrow(`--reading ${wrong.split('=')[0]}`)
  }
})
