/**
 * What belongs to a member follows her account in pages: to the other membership after a merge,
 * back again after its undoing. Every page asks first which way it goes; every step is
 * conditional, so this may run twice at once, be killed anywhere, and be done again.
 */
import { belongings, bring, broughtBy, giveBack, heldBy } from '../runtime/belongings'
import type { Context } from '../runtime/context'
import { closeMerge, type Merge, readMerge } from './repository'

const PAGE_DOCUMENTS = 50
/** As many as a request may move before the phone loses patience; the sweeper does the rest. */
const MAX_PAGES = 8

/** True when everything is where it belongs. */
export async function followUp(
  mergeId: string,
  { now }: Pick<Context, 'now'>,
  hasTimeLeft?: () => boolean,
): Promise<boolean> {
  let pages = 0
  // A job knows its time; a request counts.
  const mayGoOn = hasTimeLeft ?? (() => pages < MAX_PAGES)
  for (const collection of belongings) {
    for (let isMore = true; isMore; pages += 1) {
      const merge = await readMerge(mergeId)
      if (!merge) return true
      if (!mayGoOn()) return false
      isMore = await movePage(merge, collection)
    }
  }
  const merge = await readMerge(mergeId)
  if (merge) await closeMerge(merge, now)
  return true
}

async function movePage(
  { _id: mergeId, fromId, toId, state }: Merge,
  collection: (typeof belongings)[number],
): Promise<boolean> {
  if (state === 'merged') {
    const found = await heldBy(collection, fromId, PAGE_DOCUMENTS)
    for (const { _id } of found) await bring(collection, _id, { fromId, toId, mergeId })
    return found.length === PAGE_DOCUMENTS
  }
  const found = await broughtBy(collection, mergeId, PAGE_DOCUMENTS)
  for (const { _id } of found) await giveBack(collection, _id, { fromId, toId, mergeId })
  return found.length === PAGE_DOCUMENTS
}
