import { createHash } from 'node:crypto'
import { callerOf } from '../harness/cloud-caller'
import { importsOf } from '../harness/import-under-test'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'

const MANAGER = 'demo-manager-1'
const SHOPPER = 'demo-shopper-2'
const closing = '/closings/closing/index'
const importing = '/imports/import/index'
const opening = '/points/opening/index'

const header = '门店,日期,收银台,小票号,会员号,实收金额'

/** The day's closing: none before it, nothing sold yet, an odd day, one signed. */
const closingScenes: readonly Scene[] = [
  {
    name: 'closings-empty',
    title: '以往的日结 · 还没有',
    as: MANAGER,
    path: '/closings/closings/index',
    see: '.notice',
  },
  { name: 'closing', title: '日结', as: MANAGER, path: closing, see: '.closing-sign' },
  {
    name: 'closing-odd',
    title: '日结 · 有差异',
    as: MANAGER,
    path: closing,
    see: '.closing-verdict',
    act: async (screen) => {
      await typeTill(screen, ['3', '128.50'])
      await screen.fill('.closing-list textarea', '88001 86.00\n88002 42.50')
    },
  },
  {
    name: 'closing-unread',
    title: '日结 · 有一格读不出来',
    as: MANAGER,
    path: closing,
    see: '.closing-refund-fault',
    act: async (screen) => {
      await typeTill(screen, ['３', '￥1，280。50'])
      await screen.fill('.closing-refund input', '-5')
      await screen.fill('.closing-list textarea', '88001 86.00\n1,280.00')
    },
  },
  {
    name: 'closing-signed',
    title: '日结 · 已签字',
    as: MANAGER,
    path: closing,
    see: '.closing-signed',
    act: async (screen) => {
      await screen.tapFirst('.closing-days .segment:nth-child(3)')
      await screen.see('.closing-sign')
      await typeTill(screen, ['999', '99999.90'])
      const why = '收银机中午断过电，前面的小票补打在一起，已和存根逐张核对，差额明天入账'
      await screen.fill('.closing-note-field input', why)
      await screen.tap('.closing-sign')
    },
  },
  {
    name: 'closings',
    title: '以往的日结',
    as: MANAGER,
    path: '/closings/closings/index',
    see: '.closing-row',
  },
  {
    name: 'closing-record',
    title: '日结记录',
    as: MANAGER,
    path: '/closings/closings/index',
    see: '.closing-export',
    act: ({ tapFirst }) => tapFirst('.closing-row'),
  },
  {
    name: 'closings-cut',
    title: '以往的日结 · 连不上',
    as: MANAGER,
    path: '/closings/closings/index',
    see: '.notice',
    network: 'cut',
  },
  {
    name: 'closing-clerk',
    title: '日结 · 店员从工作台进来',
    as: 'demo-staff-1',
    path: '/staff/scan/index',
    see: '.closing-sign',
    act: ({ tap }) => tap('.desk-closing'),
  },
  {
    name: 'closing-stranger',
    title: '日结 · 不是店员',
    as: 'demo-li',
    path: closing,
    see: '.notice',
  },
  {
    name: 'closing-cut',
    title: '日结 · 连不上',
    as: MANAGER,
    path: closing,
    see: '.notice',
    network: 'cut',
  },
]

const importScenes: readonly Scene[] = [
  {
    name: 'imports-empty',
    title: '以往的导入 · 还没有',
    as: MANAGER,
    path: '/imports/imports/index',
    see: '.notice',
  },
  { name: 'import', title: '导入', as: MANAGER, path: importing, see: '.import-choose' },
  {
    name: 'import-checked',
    title: '导入 · 核对完成',
    as: MANAGER,
    path: importing,
    see: '.import-book',
    act: chooseFile(),
  },
  {
    name: 'import-done',
    title: '导入 · 登记完成',
    as: MANAGER,
    path: importing,
    see: '.import-done',
    act: async (screen, bench) => {
      await chooseFile()(screen, bench)
      await screen.tap('.import-book')
    },
  },
  {
    name: 'imports',
    title: '以往的导入',
    as: MANAGER,
    path: '/imports/imports/index',
    see: '.import-row-past',
  },
  {
    name: 'import-report',
    title: '导入结果',
    as: MANAGER,
    path: '/imports/imports/index',
    see: '.import-wrong-rows',
    act: ({ tapFirst }) => tapFirst('.import-row-past'),
  },
]

const openingScenes: readonly Scene[] = [
  { name: 'opening', title: '老会员积分', as: SHOPPER, path: opening, see: '.phone-button' },
  {
    name: 'opening-none',
    title: '老会员积分 · 没有待领',
    as: 'demo-li',
    path: opening,
    see: '.opening-refused',
    act: ({ tap }) => tap('.phone-button'),
  },
  {
    name: 'opening-claimed',
    title: '老会员积分 · 已转入',
    as: SHOPPER,
    path: opening,
    see: '.opening-claimed',
    act: async ({ tap }, bench) => {
      const shop = { ...callerOf(bench.cloud.origin), fresh: (word: string) => `${word}-walk` }
      const rows = `${numberOf(SHOPPER)},320,2027-03-31\n${numberOf(SHOPPER)},80,2027-06-30`
      await importsOf(shop, MANAGER).run('opening', `手机号,积分,到期日\n${rows}`)
      await tap('.phone-button')
    },
  },
]

/** What a manager does when the day is over, and what comes of it. */
export const dayEndScenes: readonly Scene[] = [...closingScenes, ...importScenes, ...openingScenes]

async function typeTill(
  { fill, see, tap }: Screen,
  [receipts, amount]: readonly [string, string],
): Promise<void> {
  await see('.closing-sign')
  await fill('.closing-receipts input', receipts)
  await fill('.closing-amount input', amount)
  await tap('.closing-more')
  await fill('.closing-nonMemberReceipts input', '0')
  await fill('.closing-nonMember input', '0')
  await fill('.closing-footfall input', '57')
}

/** One row that is right, and some that are not, below a title and with tabs, as Excel has them. */
function chooseFile() {
  return async ({ page, tap, see }: Screen, bench: Bench): Promise<void> => {
    const caller = callerOf(bench.cloud.origin)
    const { memberCode } = await caller.value('members.code', { as: 'demo-sun' })
    const member = memberCode.slice(0, 8)
    const rows = [
      `梧桐里店,2026-11-19,1,W-1001,${member},35.80`,
      `梧桐里店,2026-11-31,1,W-1002,${member},18.00`,
      `北门店,2026-11-19,1,W-1003,${member},9.90`,
      `梧桐里店,2026-11-19,1,W-1004,00000000,12.00`,
    ]
    const file = ['梧桐里 十一月 收银明细', header, ...rows].join('\r\n')
    await see('.import-choose')
    const chooser = page.waitForEvent('filechooser')
    await tap('.import-choose')
    await (await chooser).setFiles({
      name: '十一月门店消费补录（含周末市集摊位）.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${file.replaceAll(',', '\t')}`, 'utf16le'),
    })
    await see('.import-checked')
  }
}

/** The number that the local cloud gives a phone. */
function numberOf(openid: string): string {
  const digits = createHash('sha256').update(openid).digest().readUInt32BE(0) % 100_000_000
  return `100${String(digits).padStart(8, '0')}`
}
