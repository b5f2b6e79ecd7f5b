import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import cloudSdk from 'wx-server-sdk'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf, sdkVersions } from '../fixtures/wechat'

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeAll(async () => {
  test = await startTestCloud()
  ask = callerOf(test.cloud)
})

afterAll(() => test.end())

const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 0, 200])
const upload = async (cloudPath: string, content: Buffer = bytes, sdk?: string) => {
  const fileContent = content.toString('base64')
  const end = await ask('uploadFile', { cloudPath, fileContent }, { sdk })
  return { ...end, fileID: String(end.answer?.fileID) }
}
const addressOf = async (fileID: string, maxAge?: number) => {
  const fileList = [maxAge === undefined ? fileID : { fileID, maxAge }]
  const { answer } = await ask('getTempFileURL', { fileList })
  const list = answer?.fileList
  if (!Array.isArray(list)) throw new Error('no list of files')
  return String(list[0].tempFileURL)
}

describe('a file', () => {
  it.each(sdkVersions)('goes up and comes down byte for byte, by %s', async (sdk) => {
    const { fileID } = await upload(`pictures/${sdk}/头像 1.png`, bytes, sdk)
    expect(fileID).toMatch(/^cloud:\/\/local\.[\w-]+\/pictures\/.*头像 1\.png$/)
    const { answer } = await ask('downloadFile', { fileID }, { sdk })
    expect(answer).toMatchObject({ fileContent: bytes.toString('base64'), statusCode: 200 })
  })

  it('comes from a stream too, and an empty one is a file', async () => {
    const source = join(test.dataDir, 'source.txt')
    writeFileSync(source, 'streamed')
    const sent = { cloudPath: 'a.txt', fileContent: createReadStream(source) }
    const { fileID } = await cloudSdk.uploadFile(sent)
    expect((await cloudSdk.downloadFile({ fileID })).fileContent.toString()).toBe('streamed')
    const empty = await upload('empty.bin', Buffer.alloc(0))
    const { answer } = await ask('downloadFile', { fileID: empty.fileID })
    expect(answer?.fileContent).toBe('')
  })

  it('of the same path replaces the one before and leaves nothing behind', async () => {
    const { fileID } = await upload('twice.txt', Buffer.from('first'))
    const before = readdirSync(join(test.dataDir, 'storage')).length
    await upload('twice.txt', Buffer.from('second'))
    expect(readdirSync(join(test.dataDir, 'storage'))).toHaveLength(before)
    const { answer } = await ask('downloadFile', { fileID })
    expect(answer?.fileContent).toBe(Buffer.from('second').toString('base64'))
  })

  it.each([
    '/etc/passwd',
    '../outside.txt',
    'a/../../b.txt',
    'a//b.txt',
    'a\\b.txt',
    'folder/',
    'line\nbreak.txt',
    'x'.repeat(851),
  ])('is not called %j', async (cloudPath) => {
    expect((await upload(cloudPath)).errMsg).toMatch(/\[InvalidParameter] the .*path/)
  })

  it('is copied and moved, over another only where that is wanted', async () => {
    const { fileID } = await upload('from.txt', Buffer.from('copied'))
    const copy = async (dst_path: string, over: object = {}) => {
      const file_list = [{ src_path: 'from.txt', dst_path, ...over }]
      const body = { action: 'storage.batchCopyFile', file_list }
      return (await post(test.cloud, '/admin', { body })).answer
    }
    expect(await copy('to/from.txt')).toMatchObject({ data: { copy_list: [{ code: 'SUCCESS' }] } })
    const refused = { data: { copy_list: [{ code: 'STORAGE_REQUEST_FAIL' }] } }
    expect(await copy('to/from.txt', { overwrite: false })).toMatchObject(refused)
    expect(await copy('../from.txt')).toMatchObject({
      data: { copy_list: [{ code: 'INVALID_PARAM' }] },
    })
    await copy('moved/from.txt', { remove_original: true })
    expect((await ask('downloadFile', { fileID })).code).toBe('STORAGE_FILE_NONEXIST')
    const moved = fileID.replace('from.txt', 'moved/from.txt')
    const { answer } = await ask('downloadFile', { fileID: moved })
    expect(answer?.fileContent).toBe(Buffer.from('copied').toString('base64'))
  })

  it('tells its size and type to who asks before fetching it', async () => {
    const { fileID } = await upload('sized.png')
    const response = await fetch(await addressOf(fileID), { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(response.headers.get('content-type')).toBe('image/png')
  })

  it('outlives the cloud', async () => {
    const { fileID } = await upload('lasting.txt')
    await test.cloud.close()
    test = await startTestCloud({ dataDir: test.dataDir })
    ask = callerOf(test.cloud)
    const { answer } = await ask('downloadFile', { fileID })
    expect(answer?.fileContent).toBe(bytes.toString('base64'))
  })
})

describe('a missing file', () => {
  it('is told of in its own place of a list', async () => {
    const { fileID } = await upload('here.txt')
    const gone = fileID.replace('here', 'gone')
    const missing = { status: -503003, errMsg: 'storage file not exists' }
    const urls = await ask('getTempFileURL', { fileList: [fileID, gone, 'cloud://other.b/a.txt'] })
    expect(urls.answer?.fileList).toMatchObject([
      { fileID, status: 0, errMsg: 'ok' },
      { fileID: gone, tempFileURL: '', ...missing },
      { status: -501007 },
    ])
    const deleted = await ask('deleteFile', { fileList: [fileID, gone] })
    expect(deleted.answer?.fileList).toMatchObject([{ status: 0 }, missing])
    expect((await ask('deleteFile', { fileList: [fileID] })).answer?.fileList).toMatchObject([
      missing,
    ])
    expect(await ask('downloadFile', { fileID })).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  })

  it('is no reason to ask for more than 50', async () => {
    const fileList = Array.from({ length: 51 }, (_unused, n) => `cloud://x.y/${n}`)
    const told = 'the list has more than 50 files'
    expect((await ask('getTempFileURL', { fileList })).errMsg).toContain(told)
    expect((await ask('deleteFile', { fileList })).errMsg).toContain(told)
  })
})

describe('an address', () => {
  it('serves the file with its type, and not to run as a page', async () => {
    const { fileID } = await upload('page/零.html', Buffer.from('<script></script>'))
    const response = await fetch(await addressOf(fileID))
    expect(response.headers.get('content-type')).toMatch('text/html')
    expect(response.headers.get('content-security-policy')).toBe('sandbox')
    expect(await response.text()).toBe('<script></script>')
  })

  it('expires after ten minutes, or after the age that was asked for', async () => {
    const { fileID } = await upload('short.txt')
    const [usual, long] = [await addressOf(fileID), await addressOf(fileID, 3600)]
    test.cloud.clock.advance(601_000)
    expect((await fetch(usual)).status).toBe(403)
    expect((await fetch(long)).status).toBe(200)
    test.cloud.clock.advance(3_600_000)
    expect((await fetch(long)).status).toBe(403)
  })

  it('of one file is none of another, and a forged one is none', async () => {
    const [one, other] = [await upload('one.txt'), await upload('other.txt')]
    const [first, second] = [await addressOf(one.fileID), await addressOf(other.fileID)]
    const swapped = `${first.split('?')[0]}?${second.split('?')[1]}`
    expect((await fetch(swapped)).status).toBe(403)
    expect((await fetch(first.replace(/sign=\w{4}/, 'sign=0000'))).status).toBe(403)
    expect((await fetch(first.split('?')[0] ?? '')).status).toBe(403)
  })

  it('takes an upload only with leave, for that path only', async () => {
    const address = (await addressOf((await upload('open.txt')).fileID)).split('/').slice(0, -1)
    const headers = { key: 'open.txt', authorization: `t=9999999999&sign=${'0'.repeat(64)}` }
    const response = await fetch(address.join('/'), { method: 'PUT', headers, body: 'x' })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('<Code>SignatureDoesNotMatch</Code>')
  })
})
