import { deepEqual, equal } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Area } from '../area'
import type { Kit } from '../kit'
import { at, get, type Phone, phoneOf, post } from '../phone'

const order = (kit: Kit, over: object = {}) => ({
  body: 'conformance',
  outTradeNo: kit.scope,
  subMchId: '1900000109',
  totalFee: 100,
  spbillCreateIp: '127.0.0.1',
  envId: kit.env,
  functionName: 'conformance',
  ...over,
})

async function pay(phone: Phone, method: string, data: unknown): Promise<unknown> {
  return (await phone.call({ act: 'pay', method, data })).answer
}

const stateOf = async (kit: Kit, phone: Phone) =>
  at(await pay(phone, 'queryOrder', order(kit)), 'tradeState')

/** What the order's function has been told; it refuses the first time and answers the second. */
async function heard(kit: Kit, count: number): Promise<unknown[]> {
  const told = kit.rows.where({ scope: `paid-${kit.scope}` })
  for (let look = 0; look < 200; look += 1) {
    const { data } = await told.get()
    if (data.length >= count) return data.map(({ event }) => event)
    await pause(50)
  }
  throw new Error(`the function was not told ${count} times`)
}

async function forget(kit: Kit): Promise<void> {
  await kit.rows.where({ scope: `paid-${kit.scope}` }).remove()
}

export const payments: Area = {
  name: 'payments',
  promise: 'An order is paid once, by its phone; its function is told until it answers.',
  needs: ['functions', 'operator'],
  alone: true,
  cases: {
    'begin with an order and what the phone pays with': async (kit) => {
      const phone = phoneOf(kit)
      const placed = await pay(phone, 'unifiedOrder', order(kit))
      equal(at(placed, 'returnCode'), 'SUCCESS')
      equal(at(placed, 'resultCode'), 'SUCCESS')
      for (const name of ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign']) {
        equal(typeof at(placed, `payment.${name}`), 'string')
      }
      equal(await stateOf(kit, phone), 'NOTPAY')
    },
    'are told to the function again until it answers with errcode 0': async (kit) => {
      const phone = phoneOf(kit)
      const placed = await pay(phone, 'unifiedOrder', order(kit))
      equal((await phone.post('/phone/pay', at(placed, 'payment'))).status, 200)
      equal(await stateOf(kit, phone), 'SUCCESS')
      const [first] = await heard(kit, 1)
      equal(at(first, 'outTradeNo'), kit.scope)
      equal(at(first, 'resultCode'), 'SUCCESS')
      equal(at(first, 'totalFee'), 100)
      const nowMs = Number(at((await get(kit, '/clock')).answer, 'nowMs'))
      await post(kit, '/clock', { body: { now: new Date(nowMs + 3_600_000).toISOString() } })
      equal((await heard(kit, 2)).length, 2)
      await post(kit, '/clock', { body: { now: new Date(nowMs + 7_200_000).toISOString() } })
      equal((await heard(kit, 2)).length, 2)
      await forget(kit)
    },
    'are made once': async (kit) => {
      const phone = phoneOf(kit)
      const placed = await pay(phone, 'unifiedOrder', order(kit))
      await phone.post('/phone/pay', at(placed, 'payment'))
      equal((await phone.post('/phone/pay', at(placed, 'payment'))).status, 409)
      equal(at(await pay(phone, 'unifiedOrder', order(kit)), 'resultCode'), 'FAIL')
      await heard(kit, 1)
      await forget(kit)
    },
    'are made by the phone that the order is for': async (kit) => {
      const [ann, bob] = [phoneOf(kit, 'ann'), phoneOf(kit, 'bob')]
      const placed = await pay(ann, 'unifiedOrder', order(kit))
      equal((await bob.post('/phone/pay', at(placed, 'payment'))).status, 409)
      equal(await stateOf(kit, ann), 'NOTPAY')
    },
    'are not made for an order that was closed': async (kit) => {
      const phone = phoneOf(kit)
      const placed = await pay(phone, 'unifiedOrder', order(kit))
      await pay(phone, 'closeOrder', order(kit))
      equal((await phone.post('/phone/pay', at(placed, 'payment'))).status, 409)
      equal(await stateOf(kit, phone), 'CLOSED')
    },
    'are of whole fen, at least one': async (kit) => {
      for (const totalFee of [0, -1, 1.5]) {
        const answer = await pay(phoneOf(kit), 'unifiedOrder', order(kit, { totalFee }))
        equal(at(answer, 'resultCode') === 'SUCCESS', false)
      }
    },
    'are given back up to what was paid': async (kit) => {
      const phone = phoneOf(kit)
      const placed = await pay(phone, 'unifiedOrder', order(kit))
      await phone.post('/phone/pay', at(placed, 'payment'))
      const refund = (outRefundNo: string, refundFee: number) =>
        pay(phone, 'refund', order(kit, { outRefundNo: kit.scope + outRefundNo, refundFee }))
      const codes = [await refund('a', 60), await refund('b', 60), await refund('c', 40)]
      deepEqual(
        codes.map((answer) => at(answer, 'resultCode')),
        ['SUCCESS', 'FAIL', 'SUCCESS'],
      )
      await heard(kit, 1)
      await forget(kit)
    },
  },
}
