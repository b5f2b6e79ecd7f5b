// What the suite calls: it does what its event says, on WeChat as on the local cloud.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const rows = cloud.database().collection('conformance_rows')
let running = 0
let most = 0

const acts = {
  echo: (event) => event,
  context: () => cloud.getWXContext(),
  answer: ({ text }) => text,
  nothing: () => {},
  date: () => ({ at: new Date(0) }),
  now: () => Date.now(),
  long: ({ bytes }) => 'x'.repeat(bytes),
  circle: () => {
    const circle = {}
    circle.again = circle
    return circle
  },
  throws: ({ text }) => {
    throw new Error(text)
  },
  rejects: ({ text }) => Promise.reject(new Error(text)),
  exits: () => process.exit(1),
  // How many calls this instance ever served at the same time.
  overlap: async ({ ms }) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, ms))
    running -= 1
    return most
  },
  write: ({ id, data }) => rows.doc(id).set({ data }),
  nested: async ({ name, data }) => (await cloud.callFunction({ name, data })).result,
  openapi: async ({ api, data }) => {
    const [group, method] = api.split('.')
    try {
      return await cloud.openapi[group][method](data)
    } catch (fault) {
      return { errCode: fault.errCode, errMsg: fault.errMsg }
    }
  },
  pay: async ({ method, data }) => {
    try {
      return await cloud.cloudPay[method](data)
    } catch (fault) {
      return { errCode: fault.errCode, errMsg: fault.errMsg }
    }
  },
}

exports.main = async (event, context) => {
  if (event.Type === 'Timer') return noteTick(event)
  // The platform calls with the order when it was paid; the suite asks for its refusals.
  if (event.act === undefined && event.outTradeNo !== undefined) return notePayment(event)
  if (event.act === undefined && event.Event === 'wxa_media_check') return noteVerdict(event)
  const act = acts[event.act ?? 'echo']
  if (act === undefined) throw new Error(`no such act: ${event.act}`)
  return act(event, context)
}

async function noteTick(event) {
  const { OPENID, SOURCE } = cloud.getWXContext()
  const data = { scope: 'tick', event, openid: OPENID ?? null, source: SOURCE, at: Date.now() }
  await rows.add({ data })
  return data
}

async function noteVerdict(event) {
  await rows.add({ data: { scope: `pushed-${event.trace_id}`, event } })
  return 'success'
}

async function notePayment(event) {
  await rows.add({ data: { scope: `paid-${event.outTradeNo}`, event } })
  const answered = (await rows.where({ scope: `paid-${event.outTradeNo}` }).count()).total
  return { errcode: answered < 2 ? 1 : 0 }
}
