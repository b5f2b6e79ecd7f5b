import { join } from 'node:path'
import { collections } from '../cloudfunctions/runtime/collections'
import { type LocalCloud, startLocalCloud } from './localcloud/cloud'
import type { LocalCloudOptions } from './localcloud/cloud-options'
import { shopVariables } from './shop-variables'

export const shopFunctions = join(__dirname, '../dist/cloudfunctions')

/** As it is set in the console: which function hears of what WeChat pushes. */
const shopPushes = { wxa_media_check: 'lists' }
/** Likewise: everybody sees pictures of lists, and whoever took one puts it there. */
const storageRules = 'READONLY'

/** A local cloud with our own collections and, unless others are named, our own built functions. */
export async function startShopCloud(
  options: Omit<LocalCloudOptions, 'functionsDir' | 'declarations'> & { functionsDir?: string },
): Promise<LocalCloud> {
  const ours = { declarations: collections, storageRules, ...shopVariables } as const
  const cloud = await startLocalCloud({ functionsDir: shopFunctions, ...options, ...ours })
  const body = JSON.stringify({ pushes: shopPushes })
  await fetch(`${cloud.origin}/openapi/declarations`, { method: 'POST', body })
  return cloud
}
