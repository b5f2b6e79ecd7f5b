import type { ShopNow } from '../shop-now'

const LOOK_MS = 1_500

/** The shop once it is filled; `waiting` is told while it is not. */
export async function readyShop(waiting: () => void): Promise<ShopNow> {
  for (;;) {
    const shop = await look()
    if (shop?.isReady) return shop
    waiting()
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

/** Tells what the shop has become, whenever it has, and when another one is in its place. */
export function watchShop(
  first: ShopNow,
  events: { readonly seen: (shop: ShopNow) => void; readonly replaced: () => void },
): void {
  let seen = JSON.stringify(first)
  setInterval(async () => {
    const shop = await look()
    if (!shop?.isReady) return
    if (shop.shopId !== first.shopId) return events.replaced()
    const now = JSON.stringify(shop)
    if (now !== seen) events.seen(shop)
    seen = now
  }, LOOK_MS)
}

async function look(): Promise<ShopNow | null> {
  const response = await fetch('/workbench/shop').catch(() => null)
  return response?.ok ? response.json() : null
}
