import type { ClientRules } from '../declarations'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { isAllowed, isRuleExpression } from './rule-expression'

const mine = 'doc._openid == auth.openid'
const rules: Record<string, ClientRules> = {
  closed: { read: false, write: false },
  private: 'PRIVATE',
  readable: 'READONLY',
  notices: 'ADMINWRITE',
  posts: { read: `doc.open == true || ${mine}`, create: mine, update: mine, delete: false },
  notes: { read: "doc.kind != 'secret'" },
  strange: { read: "get('database.a.b').c == 1" },
}

let test: TestCloud

beforeAll(async () => {
  const declarations = Object.fromEntries(
    Object.entries(rules).map(([name, clientRules]) => [name, { indexes: [], clientRules }]),
  )
  test = await startTestCloud({ declarations, storageRules: 'READONLY' })
  for (const name of Object.keys(rules)) {
    const many = Array.from({ length: 30 }, (_unused, n) => ({ _id: `ann-${n}`, _openid: 'ann' }))
    await test.cloud.engine.insert(name, [...many, { _id: 'bob', _openid: 'bob', open: true }])
  }
})

afterAll(() => test.end())

type Asked = { code?: string; message?: string; data?: Record<string, unknown> }

type Wish = Record<string, unknown> & { openid?: string }

const send = async (collection: string, action: string, wish: Wish) => {
  const { openid = 'ann', ...more } = wish
  const body = { action: `database.${action}`, collectionName: collection, ...more }
  const headers = { 'x-openid': openid }
  const { answer } = await post(test.cloud, '/client/database', { body, headers })
  // Parse edge: the answer of a route, whose fields every test compares.
  return answer as Asked
}
const get = async (name: string, query: object = {}, openid = 'ann') => {
  const { code, data } = await send(name, 'getDocument', { query: JSON.stringify(query), openid })
  return code ?? (Array.isArray(data?.list) ? data.list.map((text) => JSON.parse(text)._id) : [])
}
const denied = 'DATABASE_PERMISSION_DENIED'

describe('a closed collection', () => {
  it('lets a phone do nothing, and so does one that nobody declared', async () => {
    expect(await get('closed')).toBe(denied)
    expect(await get('undeclared')).toBe(denied)
    const data = ['{"n":1}']
    expect((await send('closed', 'insertDocument', { data })).code).toBe(denied)
    expect((await send('closed', 'calculateDocument', {})).code).toBe(denied)
    const stages = [{ stageKey: '$match', stageValue: '{}' }]
    expect((await send('closed', 'aggregateDocuments', { stages })).code).toBe(denied)
  })
})

describe("the console's permissions", () => {
  it('show a member what she made, 20 rows at most', async () => {
    expect(await get('private')).toHaveLength(20)
    expect(await get('private', {}, 'bob')).toEqual(['bob'])
    expect(await get('private', { _openid: 'bob' })).toEqual([])
    const stages = [{ stageKey: '$limit', stageValue: '100' }]
    const { data } = await send('private', 'aggregateDocuments', { stages })
    expect(data?.list).toHaveLength(20)
  })

  it('let everybody read and only the maker write', async () => {
    expect(await get('readable', { _id: 'bob' })).toEqual(['bob'])
    const change = (openid: string) => {
      const wish = { query: '{"_id":"bob"}', data: '{"$set":{"n":1}}', merge: true, openid }
      return send('readable', 'modifyDocument', wish)
    }
    expect((await change('ann')).data).toMatchObject({ updated: 0 })
    expect((await change('bob')).data).toMatchObject({ updated: 1 })
    const all = { query: '{}', data: '{"$set":{"n":1}}', merge: true, multi: true }
    expect((await send('readable', 'modifyDocument', all)).code).toBe(denied)
    expect(await get('notices', { _id: 'bob' })).toEqual(['bob'])
    expect((await send('notices', 'insertDocument', { data: ['{}'] })).code).toBe(denied)
  })

  it('write the maker into a document, whom nobody else may name', async () => {
    const added = await send('private', 'insertDocument', { data: ['{"_id":"new"}'], openid: 'cy' })
    expect(added.data).toMatchObject({ insertedIds: ['new'] })
    expect(await get('private', { _id: 'new' }, 'cy')).toEqual(['new'])
    const forged = await send('private', 'insertDocument', { data: ['{"_openid":"bob"}'] })
    expect(forged.message).toContain('Invalid Key Name: _openid')
    const stolen = { query: '{"_id":"ann-1"}', data: '{"$set":{"_openid":"bob"}}', merge: true }
    expect((await send('private', 'modifyDocument', stolen)).code).toBe('INVALID_PARAM')
    const set = { query: '{"_id":"set"}', data: '{"n":2}', upsert: true, openid: 'cy' }
    expect((await send('private', 'modifyDocument', set)).data).toMatchObject({
      upsert_id: 'set',
    })
    expect(await get('private', { _id: 'set' }, 'cy')).toEqual(['set'])
    expect(await get('private', { _id: 'set' })).toEqual([])
  })
})

describe('a security rule', () => {
  it('is kept by a query that settles it, and by no other', async () => {
    expect(await get('posts')).toBe(denied)
    expect(await get('posts', { _openid: 'bob' })).toBe(denied)
    expect(await get('posts', { _openid: '{openid}' })).toHaveLength(20)
    expect(await get('posts', { open: true })).toEqual(['bob'])
    expect(await get('posts', { open: { $ne: false } })).toBe(denied)
    expect(await get('posts', { $or: [{ open: true }, {}] })).toBe(denied)
  })

  it('is not kept by a pattern, which says less than a value', async () => {
    expect(await get('notes', { kind: 'open' })).toEqual([])
    expect(await get('notes', { kind: { $regex: 'sec' } })).toBe(denied)
    expect(await get('notes', { kind: { $in: ['secret'] } })).toBe(denied)
    expect(await get('notes', { kind: { $eq: 'secret' } })).toBe(denied)
  })

  it('denies what it does not allow, and of another form is refused by its words', async () => {
    const removal = { query: '{"_openid":"ann"}', multi: true }
    expect((await send('posts', 'removeDocument', removal)).code).toBe(denied)
    const { message } = await send('strange', 'getDocument', { query: '{}' })
    expect(message).toMatch(/^a security rule with .* is not supported by the local cloud$/)
  })

  it('keeps a phone away from other collections and from transactions', async () => {
    const stages = [
      { stageKey: '$match', stageValue: '{"open":true}' },
      { stageKey: '$lookup', stageValue: '{"from":"closed","as":"x","pipeline":[]}' },
    ]
    expect((await send('posts', 'aggregateDocuments', { stages })).code).toBe(denied)
    expect((await send('posts', 'startTransaction', {})).code).toBe('INVALID_PARAM')
    const query = '{"open":true}'
    const inside = await send('posts', 'getDocument', { query, transactionId: 'x' })
    expect(inside.code).toBe('INVALID_PARAM')
  })

  it.each([
    ['true', true],
    ['auth != null && doc.n > 1', true],
    ['doc.n >= 3 || doc.missing == 1', false],
    ['!(doc.missing == 1)', false],
    ['doc.missing != 1', false],
    ['!(doc.missing == 1 || doc.n == 3)', false],
    ['!(doc.missing == 1 && doc.n == 3)', true],
    ["doc.kind in ['a', 'b']", true],
    ['doc.n == 2 && !(doc.n < 2) && now > 5', true],
    ["doc.n == '2'", false],
  ])('%s is %s', (expression, expected) => {
    const doc = { n: 2, kind: 'a' }
    expect(isAllowed(expression, { auth: { openid: 'ann' }, doc, now: 6 })).toBe(expected)
  })

  it.each([
    'doc.n +',
    'doc.n ~ 1',
    'process.exit',
    '(doc.n == 1',
    'doc.n == 1 2',
    '',
    '/a/.test(1)',
  ])('is not %j', (expression) => expect(isRuleExpression(expression)).toBe(false))
})

describe("a phone's file", () => {
  const upload = async (path: string, openid: string) => {
    const url = `${test.cloud.origin}/client/upload?path=${encodeURIComponent(path)}`
    const headers = { 'x-openid': openid }
    const response = await fetch(url, { method: 'POST', headers, body: 'bytes' })
    // Parse edge: the answer of a route, whose fields the test compares.
    return (await response.json()) as Asked
  }
  const listed = async (path: string, fileID: unknown, openid: string) => {
    const request = { body: { fileList: [fileID] }, headers: { 'x-openid': openid } }
    const { answer } = await post(test.cloud, path, request)
    // Parse edge: the answer of a route, whose fields the test compares.
    return (answer as { data: { fileList: Record<string, unknown>[] } }).data.fileList[0]
  }

  it('is read by everybody and written by its maker, as the rule says', async () => {
    const { data } = await upload('ann.txt', 'ann')
    expect((await upload('ann.txt', 'bob')).code).toBe('STORAGE_EXCEED_AUTHORITY')
    expect((await upload('../up.txt', 'bob')).code).toBe('INVALID_PARAM')
    const found = await listed('/client/temp-urls', data?.fileID, 'bob')
    expect(await (await fetch(String(found?.tempFileURL))).text()).toBe('bytes')
    const refused = await listed('/client/delete-files', data?.fileID, 'bob')
    expect(refused?.code).toBe('STORAGE_EXCEED_AUTHORITY')
    const deleted = await listed('/client/delete-files', data?.fileID, 'ann')
    expect(deleted?.code).toBe('SUCCESS')
  })
})
