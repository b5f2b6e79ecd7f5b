import Taro from '@tarojs/taro'
import { groupCard, phone } from './launch'

/** A cloudID as it lies at the top of an event, where alone the platform replaces it. */
export type GroupEntry = NonNullable<unknown>

/** A phone that gives no answer is as one that came without a card. */
const PATIENCE_MS = 3_000

/** Chosen between two whole functions, so that the bundle for WeChat holds no gateway code. */
const askPhone = process.env.TARO_ENV === 'h5' ? fromGateway : fromWeChat

/**
 * The group whose card the shopper came by, as the platform vouches for it; null without a card.
 * Asked anew at each tap, since a cloudID lives five minutes. Nothing is thrown: whoever denies it,
 * left the group or came another way is as without a card.
 */
export async function groupEntry(): Promise<GroupEntry | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))
  return Promise.race([askPhone(), late]).catch(() => null)
}

async function fromWeChat(): Promise<GroupEntry | null> {
  const entered: object = await Taro.getGroupEnterInfo()
  if (!('cloudID' in entered) || typeof entered.cloudID !== 'string') return null
  // Taro's types say that this answers nothing; WeChat answers an object of its own.
  const marked: unknown = Taro.cloud.CloudID(entered.cloudID)
  return marked ?? null
}

async function fromGateway(): Promise<GroupEntry | null> {
  if (groupCard === '') return null
  const response = await fetch(`${window.location.origin}/cloud-id`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': phone },
    body: JSON.stringify({ kind: 'group', data: { opengid: groupCard } }),
  })
  const { cloudID } = await response.json()
  return typeof cloudID === 'string' ? { $cloudID: cloudID } : null
}
