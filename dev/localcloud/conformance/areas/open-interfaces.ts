import { equal, match } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Area } from '../area'
import type { Kit } from '../kit'
import { at, get, type Phone, phoneOf } from '../phone'

/** Calls an open interface from the suite's function, on behalf of a phone. */
async function open(phone: Phone, api: string, data: unknown): Promise<unknown> {
  return (await phone.call({ act: 'openapi', api, data })).answer
}

const templateId = 'conformance-template'
const tap = (phone: Phone, answer: 'accept' | 'reject') =>
  phone.post('/phone/permits', { templateIds: { [templateId]: answer } })

function message(phone: Phone, value = '今天'): unknown {
  return { touser: phone.openid, templateId, page: '', data: { thing1: { value } } }
}

async function verdictOn(kit: Kit, content: string): Promise<unknown> {
  const phone = phoneOf(kit)
  const data = { content, version: 2, scene: 2, openid: phone.openid }
  return at(await open(phone, 'security.msgSecCheck', data), 'result.suggest')
}

/** Asks for the check of a picture, on behalf of its author. */
function checkMedia(phone: Phone, mediaUrl: string, over: object = {}): Promise<unknown> {
  const data = { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: phone.openid, ...over }
  return open(phone, 'security.mediaCheckAsync', data)
}

/** The event that tells what became of a check; there is one at most. */
async function pushed({ rows }: Kit, traceId: string): Promise<unknown> {
  const told = rows.where({ scope: `pushed-${traceId}` })
  for (let look = 0; look < 200; look += 1) {
    const { data } = await told.get()
    if (data.length > 0) {
      await told.remove()
      equal(data.length, 1)
      return data[0]?.event
    }
    await pause(50)
  }
  throw new Error('no verdict was pushed')
}

export const openInterfaces: Area = {
  name: 'open interfaces',
  promise: 'Messages need a tap, phone numbers a code, texts pass the check, pictures can be read.',
  needs: ['functions', 'operator'],
  cases: {
    'refuse with -604101 what config.json does not list': async (kit) => {
      const { answer } = await phoneOf(kit).call({}, 'conformance-closed')
      equal(at(answer, 'errCode'), -604101)
      match(String(at(answer, 'errMsg')), /-604101/)
    },
    'send one message for one accepted tap, and no second': async (kit) => {
      const phone = phoneOf(kit)
      await tap(phone, 'accept')
      equal(at(await open(phone, 'subscribeMessage.send', message(phone)), 'errCode'), 0)
      const again = await open(phone, 'subscribeMessage.send', message(phone))
      equal(at(again, 'errCode'), 43101)
    },
    'send two messages for two taps': async (kit) => {
      const phone = phoneOf(kit)
      await tap(phone, 'accept')
      await tap(phone, 'accept')
      for (const expected of [0, 0, 43101]) {
        const answer = await open(phone, 'subscribeMessage.send', message(phone))
        equal(at(answer, 'errCode'), expected)
      }
    },
    'send nothing for a tap that rejects': async (kit) => {
      const phone = phoneOf(kit)
      await tap(phone, 'reject')
      const answer = await open(phone, 'subscribeMessage.send', message(phone))
      equal(at(answer, 'errCode'), 43101)
    },
    "send nothing on the strength of another member's tap": async (kit) => {
      const [ann, bob] = [phoneOf(kit, 'ann'), phoneOf(kit, 'bob')]
      await tap(ann, 'accept')
      equal(at(await open(ann, 'subscribeMessage.send', message(bob)), 'errCode'), 43101)
    },
    'know no template that nobody was asked for: 40037': async (kit) => {
      const phone = phoneOf(kit)
      const data = { ...Object(message(phone)), templateId: `unknown-${kit.scope}` }
      equal(at(await open(phone, 'subscribeMessage.send', data), 'errCode'), 40037)
    },
    'refuse a thing of more than 20 characters, and keep the permit: 47003': async (kit) => {
      const phone = phoneOf(kit)
      await tap(phone, 'accept')
      const long = await open(phone, 'subscribeMessage.send', message(phone, '长'.repeat(21)))
      equal(at(long, 'errCode'), 47003)
      const short = await open(phone, 'subscribeMessage.send', message(phone, '长'.repeat(20)))
      equal(at(short, 'errCode'), 0)
    },
    'leave every message in the outbox': async (kit) => {
      const phone = phoneOf(kit)
      await tap(phone, 'accept')
      await open(phone, 'subscribeMessage.send', message(phone))
      match(JSON.stringify((await get(kit, '/outbox')).answer), new RegExp(phone.openid))
    },
    'pass a harmless text': async (kit) => {
      equal(await verdictOn(kit, '今天的面包很好吃'), 'pass')
    },
    'find a text risky that is marked so': async (kit) => {
      equal(await verdictOn(kit, '这是违规内容'), 'risky')
    },
    'leave a text to a person that is marked so': async (kit) => {
      equal(await verdictOn(kit, '这是待审内容'), 'review')
    },
    'take a picture for a check, and push its verdict later': async (kit) => {
      const phone = phoneOf(kit)
      await phone.post('/openapi/declarations', { pushes: { wxa_media_check: 'conformance' } })
      const marked = `https://pictures.example/a.png?${encodeURIComponent('违规')}`
      const traceId = String(at(await checkMedia(phone, marked), 'traceId'))
      const event = await pushed(kit, traceId)
      equal(at(event, 'MsgType'), 'event')
      equal(at(event, 'Event'), 'wxa_media_check')
      equal(at(event, 'trace_id'), traceId)
      equal(at(event, 'result.suggest'), 'risky')
    },
    'check no media that are neither sound nor picture: 40004': async (kit) => {
      const answer = await checkMedia(phoneOf(kit), 'https://a.example/a.png', { mediaType: 3 })
      equal(at(answer, 'errCode'), 40004)
    },
    'give a number for the code of a tap, once': async (kit) => {
      const phone = phoneOf(kit)
      const tapped = await phone.post('/phone/number', { phoneNumber: '13800138000' })
      const data = { code: at(tapped.answer, 'code') }
      const first = await open(phone, 'phonenumber.getPhoneNumber', data)
      equal(at(first, 'phoneInfo.purePhoneNumber'), '13800138000')
      equal(at(await open(phone, 'phonenumber.getPhoneNumber', data), 'errCode'), 40029)
    },
    'give no number for an invented code: 40029': async (kit) => {
      const data = { code: 'invented' }
      const answer = await open(phoneOf(kit), 'phonenumber.getPhoneNumber', data)
      equal(at(answer, 'errCode'), 40029)
    },
    'draw a code as a picture': async (kit) => {
      const data = { scene: 'a=1', page: 'pages/index', checkPath: false }
      const answer = await open(phoneOf(kit), 'wxacode.getUnlimited', data)
      equal(at(answer, 'errCode'), 0)
      match(String(at(answer, 'contentType')), /^image\//)
    },
    'draw no code of 33 characters': async (kit) => {
      const data = { scene: 'x'.repeat(33), page: 'pages/index', checkPath: false }
      const answer = await open(phoneOf(kit), 'wxacode.getUnlimited', data)
      equal(Number(at(answer, 'errCode')) > 40_000, true)
    },
  },
}
