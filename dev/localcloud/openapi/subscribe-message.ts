import type { LastingCounts } from './lasting-counts'
import { keywordFault } from './message-keywords'
import type { OpenInterface } from './open-context'
import { WechatError } from './wechat-error'

/** The answer of one person to the popup for one template. */
export type PermitAnswer = 'accept' | 'reject'

/**
 * `subscribeMessage.send`: one accepted authorization is one message of that template to that
 * member, whenever. A message that is refused for its words uses up nothing.
 * Source: the reference of `subscribeMessage.send`, its return codes and limits of values.
 */
export const sendSubscribeMessage: OpenInterface = async (context, fields) => {
  const { permits, declarations } = context
  const { touser, template_id: templateId, data, page } = fields
  if (typeof touser !== 'string' || touser === '') throw new WechatError(40003, 'invalid openid')
  if (typeof templateId !== 'string' || !isKnown(context, templateId)) {
    throw new WechatError(40037, 'invalid template_id')
  }
  const { templates, pages } = declarations.read()
  const fault = dataFault(data, templates[templateId]?.keywords)
  if (fault !== undefined) throw new WechatError(47003, `argument invalid! ${fault}`)
  if (page !== undefined && page !== '') {
    if (typeof page !== 'string' || page.length > 1024) throw new WechatError(41030, 'invalid page')
    const path = page.replace(/^\//, '').replace(/\?.*$/s, '')
    if (pages !== undefined && !pages.includes(path)) throw new WechatError(41030, 'invalid page')
  }
  const key = permitKey(touser, templateId)
  const left = permits.get(key)
  if (left < 1) throw new WechatError(43101, 'user refuse to accept the msg')
  await permits.set(key, left - 1)
  return { json: { errcode: 0, errmsg: 'ok' } }
}

/** Takes down what a person tapped in the popup: an accepted template is one more message. */
export async function grantPermits(
  permits: LastingCounts,
  openid: string,
  answers: Readonly<Record<string, PermitAnswer>>,
): Promise<void> {
  for (const [templateId, answer] of Object.entries(answers)) {
    await permits.set(knownKey(templateId), 1)
    const key = permitKey(openid, templateId)
    if (answer === 'accept') await permits.set(key, permits.get(key) + 1)
  }
}

export function permitKey(openid: string, templateId: string): string {
  return JSON.stringify([openid, templateId])
}

/** A template nobody declared is known from the first popup that showed it. */
function isKnown({ declarations, permits }: Parameters<OpenInterface>[0], id: string): boolean {
  return Object.hasOwn(declarations.read().templates, id) || permits.get(knownKey(id)) > 0
}

function knownKey(templateId: string): string {
  return JSON.stringify([templateId])
}

function dataFault(data: unknown, declared: readonly string[] | undefined): string | undefined {
  if (typeof data !== 'object' || data === null) return 'data is empty'
  const values = new Map<string, unknown>(Object.entries(data))
  if (values.size === 0) return 'data is empty'
  const missing = declared?.find((keyword) => !values.has(keyword))
  if (missing !== undefined) return `data.${missing}.value is empty`
  for (const [keyword, holder] of values) {
    if (declared !== undefined && !declared.includes(keyword)) return `data.${keyword} invalid`
    const value = typeof holder === 'object' && holder !== null && 'value' in holder
    const fault = keywordFault(keyword, value ? holder.value : undefined)
    if (fault !== undefined) return `data.${keyword}.value ${fault}`
  }
  return undefined
}
