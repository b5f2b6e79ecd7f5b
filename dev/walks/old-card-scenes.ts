import { callerOf } from '../harness/cloud-caller'
import { importsOf } from '../harness/import-under-test'
import type { Bench } from './bench'
import type { Scene, Screen } from './scene'
import { codeOf, openTill } from './staff-scenes'

const CLERK = 'demo-staff-1'
const HOLDER = 'demo-zhou'
const PHONE = '13905710086'
const desk = '/staff/scan/index'

/** A clerk hands an old member's points over, by her old card. */
export const oldCardScenes: readonly Scene[] = [
  {
    name: 'old-card',
    title: '老会员卡 · 先扫码',
    as: CLERK,
    path: desk,
    see: '.old-card-page .scan-card',
    act: ({ tap }) => tap('.desk-old-card'),
  },
  {
    name: 'old-card-none',
    title: '老会员卡 · 没有待领',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: (screen, bench) => find('13900000001', [screen, bench]),
  },
  {
    name: 'old-card-found',
    title: '老会员卡 · 会转入多少',
    as: CLERK,
    path: desk,
    see: '.old-card-found',
    act: async (screen, bench) => {
      const caller = callerOf(bench.cloud.origin)
      const shop = { ...caller, fresh: (word: string) => `${word}-old-card` }
      const rows = `${PHONE},1280,2027-03-31\n${PHONE},350,2027-09-30`
      await importsOf(shop, 'demo-manager-1').run('opening', `手机号,积分,到期日\n${rows}`)
      await find(PHONE, [screen, bench])
    },
  },
  {
    name: 'old-card-done',
    title: '老会员卡 · 已转入',
    as: CLERK,
    path: desk,
    see: '.old-card-claimed',
    act: async (screen, bench) => {
      await find(PHONE, [screen, bench])
      await screen.tap('.old-card-claim')
    },
  },
  {
    name: 'old-card-twice',
    title: '老会员卡 · 已经转过',
    as: CLERK,
    path: desk,
    see: '.sheet',
    act: async (screen, bench) => {
      await screen.tap('.desk-old-card')
      await screen.fill('.old-card-page .scan-field input', await codeOf(HOLDER, bench))
      await look(PHONE, screen)
    },
  },
]

async function find(phone: string, [screen, bench]: [Screen, Bench]): Promise<void> {
  await openTill(HOLDER)(screen, bench)
  await screen.tap('.member-old-card')
  await look(phone, screen)
}

async function look(phone: string, { fill, tap }: Screen): Promise<void> {
  await fill('.old-card-phone input', phone)
  await tap('.old-card-find')
}
