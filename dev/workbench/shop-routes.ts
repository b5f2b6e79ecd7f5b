import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { LocalCloud } from '../localcloud/cloud'
import type { Engine } from '../localcloud/engine/engine'
import { cast } from './page/cast'
import { type Filled, filledBefore, type RunningShop } from './running-shop'
import {
  countDeeds,
  deedsSince,
  knownPeople,
  type ShopKind,
  type ShopNow,
  shopKinds,
} from './shop-now'

/** What a workbench stands on. */
export interface WorkbenchCloud extends Pick<LocalCloud, 'engine'> {
  /** Absent: the shop cannot be started over from here. */
  readonly shop?: RunningShop
}

/**
 * `/workbench/shop` tells what was done in the shop and who has joined; `/workbench/start-over`
 * takes `{ kind }` and begins the shop anew. A cloud that nobody can start over tells what was done
 * since it was first asked.
 */
export function mountShop(app: Hono, { engine, shop }: WorkbenchCloud): void {
  let first: Promise<Filled> | null = null
  const filledNow = async (): Promise<Filled | null> => {
    if (shop) return shop.filled()
    first ??= filledBefore({ engine })
    return first
  }
  app.get('/workbench/shop', async (context) => {
    const filled = await filledNow()
    return context.json(await shopNow(engine, filled, shop !== undefined))
  })
  app.post('/workbench/start-over', (context) => startOver(context, shop))
}

async function shopNow(
  engine: Engine,
  filled: Filled | null,
  canStartOver: boolean,
): Promise<ShopNow> {
  const people = await knownPeople(
    engine,
    cast.map(({ openid }) => openid),
  )
  const { shopId, kind, before } = filled ?? { shopId: '', kind: null, before: {} }
  const done = deedsSince(before, await countDeeds(engine))
  const setupCode = await unused(engine, filled?.setupCode ?? null)
  return { shopId, kind, isReady: filled !== null, canStartOver, setupCode, done, people }
}

async function unused(engine: Engine, setupCode: string | null): Promise<string | null> {
  if (setupCode === null) return null
  const _id = createHash('sha256').update(setupCode).digest('hex')
  const waiting = await engine.count('setup_codes', { _id, usedAt: null })
  return waiting > 0 ? setupCode : null
}

async function startOver(context: Context, shop: RunningShop | undefined): Promise<Response> {
  const kind = kindIn(await context.req.json().catch(() => null))
  if (!shop) return context.json({ error: 'this cloud cannot be started over' }, 404)
  if (!kind) return context.json({ error: `kind is one of ${shopKinds.join(', ')}` }, 400)
  if (!shop.startOver(kind)) return context.json({ error: 'it is being filled already' }, 409)
  return context.json({ kind }, 202)
}

function kindIn(body: unknown): ShopKind | undefined {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return undefined
  return shopKinds.find((kind) => kind === body.kind)
}
