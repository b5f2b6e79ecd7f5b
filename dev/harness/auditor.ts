import { manager, type ShopUnderTest } from './shop-under-test'

const dayMs = 86_400_000

/** What tests of the certificate do to a shop: let nights pass, and tamper with what is stored. */
export function auditorOf(shop: ShopUnderTest) {
  return {
    /** The night after: at 00:12 of the day that follows, the timer fires. */
    night: async (on = dateOf(shop.nowMs() + dayMs)) => {
      await shop.setClock(`${on}T16:12:00.000Z`)
      return shop.fireTimer('audit')
    },
    change: (collection: string, _id: string, update: object) =>
      shop.local.engine.update(collection, {
        filter: { _id },
        update: JSON.parse(JSON.stringify({ $set: update })),
        multi: false,
      }),
    latest: async () => {
      const { certificates } = await shop.value('audit.certificates', { as: manager })
      const on = certificates[0]?.on ?? ''
      return shop.value('audit.certificate', { as: manager, input: { on } })
    },
  }
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
