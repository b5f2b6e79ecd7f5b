import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOnBarePhone } from './bare-phone'

const app = `require('./shared.js')
App({ onLaunch() { shared.launched = true } })`
const shared = 'wx.shared = module.exports = { launched: false }'
const page = `const shared = require('./shared')
Page({
  onLoad() {
    if (!shared.launched || getCurrentPages()[0] !== this) throw new Error('not started')
    this.setData({ root: { cn: [{ v: '正在加载' }] } })
    wx.cloud.callFunction({ name: 'members', data: {} }).then(({ result }) => {
      wx.setStorageSync('kept', result)
      this.setData({ 'root.cn.[0].v': result, 'root.cn.[1]': { ariaLabel: '会员码', cn: [] } })
    })
  },
})`

describe('a bare phone', () => {
  const dist = mkdtempSync(join(tmpdir(), 'huilin-phone-'))
  const write = (name: string, text: string) => writeFileSync(join(dist, name), text)
  write('app.js', app.replace('shared.launched', "require('./shared').launched"))
  write('shared.js', shared)
  write('page.js', page)

  it('counts what a page is given until its calls are answered', async () => {
    const storage = new Map<string, unknown>()
    const callFunction = async () => ({ result: '晓棠' })
    const screen = await openOnBarePhone({ dist, route: 'page', storage, callFunction })
    const second = JSON.stringify({
      'root.cn.[0].v': '晓棠',
      'root.cn.[1]': { ariaLabel: '会员码', cn: [] },
    })
    expect(screen.setDataBytes).toEqual([
      Buffer.byteLength(JSON.stringify({ root: { cn: [{ v: '正在加载' }] } })),
      Buffer.byteLength(second),
    ])
    expect(screen.cloudCalls).toBe(1)
    expect(screen.text.trim().split(/\s+/)).toEqual(['晓棠', '会员码'])
    expect(storage.get('kept')).toBe('晓棠')
  })

  it('says when a page goes wrong', async () => {
    write('broken.js', 'Page({ onLoad() { this.setData({ "a.b": 1, "a.b.c": 1 }) } })')
    const opening = { dist, storage: new Map(), callFunction: async () => null }
    await expect(openOnBarePhone({ ...opening, route: 'broken' })).rejects.toThrow('setData')
  })
})
