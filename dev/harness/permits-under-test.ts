import { type MessageFacts, templateKeyOf } from '@shared/messages/message'
import type { TemplateKey } from '@shared/messages/template'
import { postJson } from './post'
import type { ShopUnderTest } from './shop-under-test'

/** What the shop chose in the console, for tests that send. */
export const messageTemplates = {
  ...{ gift: 'template-gift', pickup: 'template-pickup', expiry: 'template-expiry' },
  ...{ tier: 'template-tier', list: 'template-list', drop: 'template-drop' },
} as const satisfies Readonly<Record<TemplateKey, string>>

/** WeChat's sheet is shown and accepted: the platform knows, and the page tells us. */
export async function allow(
  shop: ShopUnderTest,
  who: string,
  ...keys: readonly TemplateKey[]
): Promise<void> {
  for (const key of keys) {
    await acceptOnPhone(shop, who, key)
    const input = { answers: { [key]: 'accept' } }
    await shop.value('messages.recordPermits', { as: who, requestId: shop.fresh('permit'), input })
  }
}

/** The platform alone knows of it: the page died before it told us. */
export async function acceptOnPhone(
  shop: ShopUnderTest,
  who: string,
  key: TemplateKey,
): Promise<void> {
  const body = { templateIds: { [messageTemplates[key]]: 'accept' } }
  const { status } = await postJson(`${shop.origin}/phone/permits`, body, { 'x-openid': who })
  if (status !== 200) throw new Error(`the phone's answer was not taken: ${status}`)
}

const facts = {
  pickupExpired: { redemptionId: 'r1', rewardTitle: '散养鸡蛋 10 枚', points: 80 },
  pointsExpiring: { points: 80, expiresOn: '2027-03-31' },
  dropOpened: { title: '周五晚八点咖啡券', opensAt: 1_773_144_000_000 },
} satisfies Partial<MessageFacts>

interface Waiting {
  readonly kind: keyof typeof facts
  readonly isNewsUntilAt: number
}

/** Somebody is told something that WeChat may tell her as well; answers the message's id. */
export async function waitingMessage(
  shop: ShopUnderTest,
  memberId: string,
  { kind = 'pickupExpired', ...more }: Partial<Waiting> = {},
): Promise<string> {
  const _id = shop.fresh('message')
  // Each leads to a page of its own, so that one that is sent twice is seen.
  const told = {
    kind,
    facts: { ...facts[kind], redemptionId: _id },
    templateKey: templateKeyOf(kind),
    delivery: 'waiting',
  }
  const at = shop.nowMs()
  const place = { _id, memberId, mergeId: null, at, readAt: null, isNewsUntilAt: null }
  await shop.local.engine.insert('messages', [{ ...told, ...place, ...more }])
  return _id
}

/** One call of `subscribeMessage.send`, and what WeChat answered. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
  readonly errCode: number
}

/** Everything that was asked of WeChat so far, the oldest first. */
export async function sentMessages(shop: ShopUnderTest): Promise<SentMessage[]> {
  const answer = await fetch(`${shop.origin}/outbox?after=0`)
  const { entries }: { entries: Entry[] } = JSON.parse(await answer.text())
  return entries
    .filter(({ api }) => api === 'openapi.subscribeMessage.send')
    .map(({ openid, request, answer: told }) => ({
      ...{ openid: openid ?? '', templateId: request.template_id ?? request.templateId ?? '' },
      ...{ page: request.page, data: request.data, errCode: told.errcode ?? told.errCode ?? 0 },
    }))
}

interface Entry {
  readonly api: string
  readonly openid?: string
  readonly request: Pick<SentMessage, 'page' | 'data'> & {
    readonly template_id?: string
    readonly templateId?: string
  }
  readonly answer: { readonly errcode?: number; readonly errCode?: number }
}
