import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { collections } from '../../cloudfunctions/runtime/collections'
import { type Engine, openEngine } from '../localcloud/engine/engine'
import { openStore } from '../localcloud/engine/store'
import { mountWorkbench } from './workbench'

describe('the workbench', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huilin-workbench-'))
  const phoneDir = join(folder, 'h5')
  const app = new Hono()
  let engine: Engine

  beforeAll(async () => {
    engine = openEngine({ store: openStore(phoneDir), declarations: collections })
    writeFileSync(join(phoneDir, 'index.html'), '<p>a phone</p>')
    writeFileSync(join(folder, 'secret.html'), 'not a phone')
    mountWorkbench(app, { engine }, phoneDir)
  })
  afterAll(async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens at the bare address', async () => {
    const response = await app.request('/')
    expect(response.headers.get('location')).toBe('/workbench/')
    expect(await (await app.request('/workbench/')).text()).toContain('工作台')
  })

  it('serves its script as one module, without a build step', async () => {
    const script = await (await app.request('/workbench/page.js')).text()
    expect(script).toContain('huilin:scan')
    expect(script).not.toContain('import ')
  })

  it('serves the operator’s page with its one script and its one sheet', async () => {
    expect(await (await app.request('/workbench/operator')).text()).toContain('operator.js')
    expect(await (await app.request('/workbench/operator.js')).text()).toContain('/lab/calls')
    const sheet = await (await app.request('/workbench/operator.css')).text()
    expect(sheet).toContain('.waterfall')
    expect(sheet).not.toContain('@import')
  })

  it('shows the parts of the client, light, dark and large', async () => {
    const page = await (await app.request('/workbench/parts')).text()
    expect(page.match(/<iframe/g)).toHaveLength(3)
    expect(await (await app.request('/workbench/parts/phone')).text()).toContain('parts.js')
    expect(await (await app.request('/workbench/parts.js')).text()).toContain('confirm-keep')
    const sheet = await (await app.request('/workbench/parts.css')).text()
    expect(sheet).toContain('.text-large')
    expect(sheet).toContain('.confirm-keep')
  })

  it('audits the books of the cloud that it stands on', async () => {
    const before = await (await app.request('/workbench/books')).json()
    expect(before).toMatchObject({ balanced: true, memberCount: 0 })
    await engine.insert('points_accounts', [
      { _id: 'anna', balancePoints: 5, debtPoints: 0, lots: [], seq: 0, lastHash: '' },
    ])
    const after = await (await app.request('/workbench/books')).json()
    expect(after).toMatchObject({ balanced: false, memberCount: 1 })
  })

  it('serves the phone, and nothing that lies outside its folder', async () => {
    expect(await (await app.request('/phone/index.html')).text()).toContain('a phone')
    expect((await app.request('/phone/..%2fsecret.html')).status).toBe(404)
    expect((await app.request('/phone/absent.js')).status).toBe(404)
  })
})
