import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { LocalCloud } from '../localcloud/cloud'
import type { LocalCloudOptions } from '../localcloud/cloud-options'
import { startShopCloud } from '../shop-cloud'
import { countDeeds, type Deeds, type ShopKind } from './shop-now'

/** Fills a new cloud; an empty shop's filling answers its one-time set-up code. */
export type Fillings = Readonly<Record<ShopKind, (cloud: LocalCloud) => Promise<string | null>>>

/** How the shop that is open was filled. It lies beside the data, and goes when they go. */
export interface Filled {
  readonly shopId: string
  readonly kind: ShopKind | null
  /** Only its hash is in the cloud: nobody could show it after the next start otherwise. */
  readonly setupCode: string | null
  /** What its history had done already. */
  readonly before: Deeds
}

/** The shop that a workbench shows, and can start over. */
export interface RunningShop {
  /** Null while it is being filled. */
  filled(): Filled | null
  /**
   * Ends the cloud, its functions and its timers, empties its folder and fills it anew at the same
   * address. False, and nothing happens, while that is under way already.
   */
  startOver(kind: ShopKind): boolean
}

export interface OpenShop extends RunningShop {
  /** The cloud that is open now: another one after every start over. */
  readonly cloud: LocalCloud
  /** Resolves when no start over is under way. */
  settled(): Promise<void>
  close(): Promise<void>
}

export interface ShopOptions extends Omit<LocalCloudOptions, 'seed' | 'extend' | 'functionsDir'> {
  readonly functionsDir?: string
  readonly kind?: ShopKind
  readonly fillings: Fillings
  readonly extend: (app: Hono, cloud: LocalCloud, shop: RunningShop) => void
  /** Told when the shop could not be opened again: nothing is served any more. */
  readonly onLost: (fault: unknown) => void
}

/** The answer to whoever asked is on its way before the server that gives it ends. */
const ANSWER_MS = 200

/** Opens the shop of a data folder, filling a new one, so that it can be started over. */
export async function openRunningShop(options: ShopOptions): Promise<OpenShop> {
  const { fillings, extend, onLost, kind: firstKind = 'demo', ...cloudOptions } = options
  const factsFile = join(cloudOptions.dataDir, 'filled.json')
  let filled: Filled | null = null
  let moving: Promise<void> | null = null
  const fillingOf = (kind: ShopKind) => async (fresh: LocalCloud) => {
    const setupCode = await fillings[kind](fresh)
    const before = await countDeeds(fresh.engine)
    const facts: Filled = { shopId: randomUUID(), kind, setupCode, before }
    writeFileSync(factsFile, JSON.stringify(facts))
  }
  const open = async (kind: ShopKind, over: Partial<LocalCloudOptions>): Promise<LocalCloud> => {
    const opened = await startShopCloud({
      ...cloudOptions,
      ...over,
      seed: fillingOf(kind),
      extend: (app, cloud) => extend(app, cloud, shop),
    })
    filled = existsSync(factsFile)
      ? JSON.parse(readFileSync(factsFile, 'utf8'))
      : await filledBefore(opened)
    return opened
  }
  const reopen = async (kind: ShopKind): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS))
    const port = Number(new URL(cloud.origin).port)
    filled = null
    await cloud.close()
    const samePlace = { port, morePorts: 0, startsOver: true, prepare: async () => {} }
    cloud = await open(kind, samePlace)
  }
  const shop: RunningShop = {
    filled: () => filled,
    startOver(kind) {
      if (moving) return false
      moving = reopen(kind)
        .catch(onLost)
        .finally(() => {
          moving = null
        })
      return true
    },
  }
  let cloud = await open(firstKind, {})
  return {
    ...shop,
    get cloud() {
      return cloud
    },
    settled: async () => {
      await moving
    },
    async close() {
      await moving
      await cloud.close()
    },
  }
}

/** Of a cloud that was filled before anybody wrote down how. */
export async function filledBefore({ engine }: Pick<LocalCloud, 'engine'>): Promise<Filled> {
  return { shopId: 'kept', kind: null, setupCode: null, before: await countDeeds(engine) }
}
