import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'
import { at, phoneOf } from '../phone'

async function answerOf(kit: Kit, data: unknown, name = 'conformance'): Promise<unknown> {
  return (await kit.cloud.callFunction({ name, data })).result
}

export const functions: Area = {
  name: 'functions',
  promise: 'Functions run as on the platform: alone in their instance, within their limits.',
  needs: ['functions'],
  cases: {
    'receive the event and answer with what main returns': async (kit) => {
      const data = { text: '惠邻', list: [1, null], nested: { yes: true } }
      const answer = await answerOf(kit, data)
      for (const [field, value] of Object.entries(data)) deepEqual(at(answer, field), value)
    },
    'lose what JSON cannot carry': async (kit) => {
      const answer = await answerOf(kit, { gone: undefined, at: new Date(0) })
      equal(at(answer, 'gone'), undefined)
      equal(at(answer, 'at'), '1970-01-01T00:00:00.000Z')
      deepEqual(await answerOf(kit, { act: 'date' }), { at: '1970-01-01T00:00:00.000Z' })
    },
    'answer null when they return nothing': async (kit) => {
      equal(await answerOf(kit, { act: 'nothing' }), null)
    },
    'answer with plain text': async (kit) => {
      equal(await answerOf(kit, { act: 'answer', text: 'only text' }), 'only text')
    },
    'write to the same database': async (kit) => {
      await answerOf(kit, { act: 'write', id: kit.id('f'), data: { scope: kit.scope, n: 1 } })
      deepEqual(await kit.read('f'), { n: 1 })
    },
    'call other functions': async (kit) => {
      const data = { act: 'nested', name: 'conformance', data: { act: 'answer', text: 'inner' } }
      equal(await answerOf(kit, data), 'inner')
    },
    'serve one call at a time in an instance': async (kit) => {
      // One instance is there already, so that the others have somebody to crowd.
      await answerOf(kit, { act: 'overlap', ms: 0 })
      const calls = Array.from({ length: 6 }, () => answerOf(kit, { act: 'overlap', ms: 40 }))
      deepEqual([...new Set(await Promise.all(calls))], [1])
    },
    "fail with the error's text when they throw, and when they reject": async (kit) => {
      for (const act of ['throws', 'rejects']) {
        match((await refusal(answerOf(kit, { act, text: 'no more' }))).message, /no more/)
      }
    },
    "fail with errCode -1 and the platform's word in `.code`": async (kit) => {
      const { errCode, code } = await refusal(answerOf(kit, { act: 'throws', text: 'no more' }))
      equal(errCode, -1)
      equal(code, 'FUNCTIONS_EXECUTE_FAIL')
    },
    'fail when their answer is no JSON': async (kit) => {
      await refusal(answerOf(kit, { act: 'circle' }))
    },
    'fail when their process ends, and are there again for the next call': async (kit) => {
      await refusal(answerOf(kit, { act: 'exits' }))
      equal(await answerOf(kit, { act: 'answer', text: 'again' }), 'again')
    },
    'end at the time limit of their config.json': async (kit) => {
      const startedAt = performance.now()
      const call = answerOf(kit, { act: 'hangs' }, 'conformance-short')
      match((await refusal(call)).message, /Invoking task timed out after 2 seconds/)
      ok(performance.now() - startedAt > 1900)
    },
    'end at their time limit also when they never wait': async (kit) => {
      const call = answerOf(kit, { act: 'spins' }, 'conformance-short')
      match((await refusal(call)).message, /timed out after 2 seconds/)
    },
    'have 3 seconds when config.json names no limit': async (kit) => {
      const call = answerOf(kit, {}, 'conformance-default')
      match((await refusal(call)).message, /timed out after 3 seconds/)
    },
    'are refused by name when there is none': async (kit) => {
      const { message } = await refusal(answerOf(kit, {}, 'conformance-missing'))
      match(message, /FunctionName parameter could not be found/)
    },
    'exchange more than 1 MB between each other': async (kit) => {
      const answer = await answerOf(kit, { act: 'long', bytes: 2 * 1024 * 1024 })
      equal(String(answer).length, 2 * 1024 * 1024)
    },
    'exchange no more than 6 MB': async (kit) => {
      await refusal(answerOf(kit, { act: 'long', bytes: 7 * 1024 * 1024 }))
      await refusal(answerOf(kit, { act: 'answer', text: 'x'.repeat(7 * 1024 * 1024) }))
    },
    'take data that is an object': async (kit) => {
      match((await refusal(answerOf(kit, 'text'))).message, /should be object/)
    },
  },
}

export const identity: Area = {
  name: 'identity',
  promise: 'Who calls is known from the platform alone; what a phone claims is only a claim.',
  needs: ['functions', 'operator'],
  cases: {
    'gives a phone its OPENID, APPID and source': async (kit) => {
      const phone = phoneOf(kit)
      const { answer } = await phone.call({ act: 'context' })
      equal(at(answer, 'OPENID'), phone.openid)
      match(String(at(answer, 'APPID')), /^wx/)
      equal(at(answer, 'SOURCE'), 'wx_client')
    },
    'writes the caller into the event, over what the phone had put there': async (kit) => {
      const phone = phoneOf(kit)
      const { answer } = await phone.call({ userInfo: { openId: 'somebody-else' } })
      equal(at(answer, 'userInfo.openId'), phone.openid)
    },
    'is not what an event says': async (kit) => {
      const phone = phoneOf(kit)
      const claim = { act: 'context', OPENID: 'other', openid: 'other', WX_OPENID: 'other' }
      equal(at((await phone.call(claim)).answer, 'OPENID'), phone.openid)
    },
    'does not stay in an instance for the next caller': async (kit) => {
      const [ann, bob] = [phoneOf(kit, 'ann'), phoneOf(kit, 'bob')]
      const calls = Array.from({ length: 20 }, (_unused, n) => (n % 2 ? ann : bob))
      const seen = await Promise.all(calls.map((phone) => phone.call({ act: 'context' })))
      deepEqual(
        seen.map(({ answer }) => at(answer, 'OPENID')),
        calls.map(({ openid }) => openid),
      )
    },
    'goes on to the functions that a function calls': async (kit) => {
      const phone = phoneOf(kit)
      const event = { act: 'nested', name: 'conformance-closed', data: { act: 'context' } }
      const { answer } = await phone.call(event)
      equal(at(answer, 'OPENID'), phone.openid)
      equal(at(answer, 'SOURCE'), 'wx_client,scf')
    },
    'is missing when a program calls': async (kit) => {
      const { result } = await kit.cloud.callFunction({
        name: 'conformance',
        data: { act: 'context' },
      })
      equal(at(result, 'OPENID') || undefined, undefined)
    },
    'is replaced for a cloudID, by what the platform knows of it': async (kit) => {
      const phone = phoneOf(kit)
      const issued = await phone.post('/cloud-id', { kind: 'group', data: { openGId: 'g1' } })
      const cloudID = at(issued.answer, 'cloudID')
      const { answer } = await phone.call({ group: { $cloudID: cloudID } })
      equal(at(answer, 'group.cloudID'), cloudID)
      equal(at(answer, 'group.data.openGId'), 'g1')
    },
    "is an error for a cloudID that is forged or somebody else's": async (kit) => {
      const [ann, bob] = [phoneOf(kit, 'ann'), phoneOf(kit, 'bob')]
      const issued = await ann.post('/cloud-id', { kind: 'group', data: { openGId: 'g1' } })
      for (const cloudID of ['43_forged', at(issued.answer, 'cloudID')]) {
        const { answer } = await bob.call({ group: { $cloudID: cloudID } })
        equal(at(answer, 'group.data'), undefined)
        equal(typeof at(answer, 'group.errCode'), 'number')
      }
    },
    'lets a phone send 100 KB, and no more': async (kit) => {
      const phone = phoneOf(kit)
      const short = await phone.call({ act: 'answer', text: 'x'.repeat(90 * 1024) })
      equal(short.status, 200)
      const long = await phone.call({ act: 'answer', text: 'x'.repeat(110 * 1024) })
      equal(long.status, 500)
      match(String(at(long.answer, 'errMsg')), /cloud\.callFunction:fail .*100 ?KB/i)
    },
    'lets a phone have 1 MB, and no more': async (kit) => {
      const phone = phoneOf(kit)
      equal((await phone.call({ act: 'long', bytes: 1000 * 1024 })).status, 200)
      const long = await phone.call({ act: 'long', bytes: 1100 * 1024 })
      equal(long.status, 500)
      match(String(at(long.answer, 'errMsg')), /cloud\.callFunction:fail .*1 ?MB/i)
    },
  },
}
