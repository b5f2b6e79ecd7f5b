import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { NoticeFate, Pay } from './pay'

/** `wx.requestPayment`, and what the merchant's own page would list. */
export function mountPay(app: Hono, { pay }: { readonly pay: Pay }): void {
  app.post('/phone/pay', bodyLimit({ maxSize: 16 * 1024 }), async (context) => {
    const openid = context.req.header('x-openid') ?? ''
    const payment = await context.req.json<unknown>().catch(() => undefined)
    if (openid === '' || typeof payment !== 'object' || payment === null) {
      return context.json({ error: 'a phone (x-openid) sends the payment of an order' }, 400)
    }
    const fate = readFate(context.req.header('x-notice'))
    if (fate === null) return context.json({ error: 'x-notice: lost, doubled or late:MS' }, 400)
    const failure = await pay.payAsPhone(openid, { ...payment }, fate)
    if (failure === undefined) return context.json({ errMsg: 'requestPayment:ok' })
    return context.json({ errMsg: `requestPayment:fail ${failure}` }, 409)
  })
  app.get('/pay/orders', (context) => context.json({ orders: pay.book.all() }))
}

/** Undefined: it comes at once; null: nobody knows what that means. */
function readFate(word: string | undefined): NoticeFate | undefined | null {
  if (word === undefined || word === 'lost' || word === 'doubled') return word
  const late = /^late:(\d{1,9})$/.exec(word)
  return late ? { lateMs: Number(late[1]) } : null
}
