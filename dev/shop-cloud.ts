import { join } from 'node:path'
import { collections } from '../cloudfunctions/runtime/collections'
import { type LocalCloud, startLocalCloud } from './localcloud/cloud'
import type { LocalCloudOptions } from './localcloud/cloud-options'
import { shopConsole, shopVariables } from './shop-variables'

export const shopFunctions = join(__dirname, '../dist/cloudfunctions')

/** A local cloud with our own collections and, unless others are named, our own built functions. */
export function startShopCloud(
  options: Omit<LocalCloudOptions, 'functionsDir' | 'declarations'> & { functionsDir?: string },
): Promise<LocalCloud> {
  const ours = { declarations: collections, ...shopConsole, ...shopVariables }
  return startLocalCloud({ functionsDir: shopFunctions, ...options, ...ours })
}
