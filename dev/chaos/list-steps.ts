import fc from 'fast-check'
import type { Output } from '../../shared/contract/contract'
import { quantityOf } from '../../shared/lists/quantity'
import { ListModel, type ModelEntry } from '../harness/list-model'
import { type Step, story } from '../harness/list-stories'
import { type ListUnderTest, listsOf, twoPoints } from '../harness/lists'
import { newCommunityOwner } from '../harness/owner-under-test'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import type { ChaosReport, ChaosSetting } from './chaos-run'

export const name = 'list-steps'

const sizes = { quick: 5, full: 500 } as const
const MEMBERS = 6
const DAY_MS = 86_400_000

/**
 * Random lists of the seed, each through the endpoints and through a notebook beside them: after
 * every step the answer is the notebook's, and at the end entries, totals, points and what is left
 * are the same, to the fen and the unit.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const counts: Record<string, number> = {}
  try {
    const owner = await newCommunityOwner(shop)
    const people = []
    for (let no = 0; no < MEMBERS; no += 1) people.push((await shop.newMember()).who)
    for (const [no, told] of fc.sample(story, { seed, numRuns: sizes[size] }).entries()) {
      const list = await listsOf(shop).newList(
        { items: told.items, pickupPoints: twoPoints, cutOffAt: shop.nowMs() + 400 * DAY_MS },
        owner,
      )
      const tale = new Tale(shop, list, people)
      const wrong = await tale.tell(told.steps, counts)
      broken.push(...wrong.map((sentence) => `list ${no + 1}: ${sentence}`))
    }
  } finally {
    await shop.stop()
  }
  const steps = Object.entries(counts).map(([what, count]) => [`steps: ${what}`, count])
  return { figures: { lists: sizes[size], ...Object.fromEntries(steps) }, broken }
}

class Tale {
  private readonly model: ListModel
  private readonly ids = new Map<number, string>()
  private readonly points = new Map<number, string>()

  constructor(
    private readonly shop: ShopUnderTest,
    private readonly list: ListUnderTest,
    private readonly people: readonly string[],
  ) {
    this.model = new ListModel(list.list.items)
  }

  async tell(steps: readonly Step[], counts: Record<string, number>): Promise<string[]> {
    for (const [no, one] of steps.entries()) {
      const [told, wanted] = await this.take(one)
      counts[`${one.what} ${wanted}`] = (counts[`${one.what} ${wanted}`] ?? 0) + 1
      if (told !== wanted) return [`step ${no + 1}, ${one.what}: ${told} instead of ${wanted}`]
    }
    return this.differences()
  }

  /** What the phone was told, and what the notebook says. */
  private async take(one: Step): Promise<readonly [string, string]> {
    const { model, list } = this
    const wanted = this.wantedOf(one)
    if (one.what === 'wait') return this.waitADay()
    if (one.what === 'join' || one.what === 'joinFor') {
      if (Object.keys(wanted).length === 0) return ['', '']
      const who = one.what === 'join' ? this.people[one.chosen % MEMBERS] : null
      return this.join(one, { who: who ?? null, wanted, ifSoldOut: one.ifSoldOut })
    }
    const entry = this.chosen(one)
    const isHers = entry?.who !== null
    if (!entry || (one.what === 'change' && Object.keys(wanted).length === 0)) return ['', '']
    if (!isHers && one.what === 'takeUp') return ['', '']
    const entryId = this.ids.get(entry.no) ?? ''
    const asked = { requestId: this.shop.fresh('step'), as: entry.who ?? list.owner.who }
    if (one.what === 'change') {
      const input = { entryId, lines: this.linesOf(wanted) }
      const name = isHers ? 'lists.change' : 'lists.changeFor'
      const { answer } = await this.shop.callPatiently(name, { ...asked, input })
      return [stateIn(answer), seen(model.change(entry, wanted))]
    }
    if (one.what === 'takeUp') {
      const { answer } = await this.shop.callPatiently('lists.takeUp', {
        ...asked,
        input: { entryId },
      })
      return [stateIn(answer), model.takeUp(entry)]
    }
    const byDesk = one.what === 'cancelFor' || !isHers
    const name = byDesk ? 'lists.cancelFor' : 'lists.cancel'
    const as = byDesk ? list.owner.who : asked.as
    const { answer } = await this.shop.callPatiently(name, { ...asked, as, input: { entryId } })
    return [stateIn(answer), model.cancel(entry)]
  }

  /** Mostly one with which something can still be done. */
  private chosen({ what, chosen }: Step): ModelEntry | undefined {
    const { entries } = this.model
    const standing = entries.filter(({ state }) =>
      what === 'takeUp' ? state === 'held' : state !== 'cancelled' && state !== 'lapsed',
    )
    const among = standing.length === 0 || chosen % 10 === 0 ? entries : standing
    return among[chosen % Math.max(1, among.length)]
  }

  private async join(
    { point }: Step,
    wish: Parameters<ListModel['join']>[0],
  ): Promise<readonly [string, string]> {
    const { shop, list, model } = this
    const { who, wanted, ifSoldOut } = wish
    const order = { lines: this.linesOf(wanted), pickupPointId: point, ifSoldOut }
    const input = { listId: list.listId, ...order }
    const requestId = shop.fresh('step')
    const { answer } =
      who === null
        ? await shop.callPatiently('lists.joinFor', {
            ...{ as: list.owner.who, requestId, input: { ...input, name: '李阿姨' } },
          })
        : await shop.callPatiently('lists.join', { as: who, requestId, input })
    const said = model.join(wish)
    if (answer.ok) {
      this.ids.set(answer.value.entryNo, answer.value.entryId)
      this.points.set(answer.value.entryNo, point)
    }
    return [stateIn(answer), said]
  }

  /** Whatever is held runs out, and what that frees may be held anew. */
  private async waitADay(): Promise<readonly [string, string]> {
    const overdue = this.model.entries.filter(({ state }) => state === 'held')
    await this.shop.advanceClock(DAY_MS)
    await this.shop.fireTimer('lists')
    this.model.lapseHeld(overdue)
    return ['', '']
  }

  private async differences(): Promise<string[]> {
    const { model, list, shop } = this
    const entries: Output<'lists', 'entries'>['entries'] = []
    let cursor: string | undefined
    do {
      const input = { listId: list.listId, ...(cursor === undefined ? {} : { cursor }) }
      const page = await shop.value('lists.entries', { as: list.owner.who, input })
      entries.push(...page.entries)
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    const told = entries.map((one) => `${one.entryNo} ${one.state} ${written(one.lines)}`)
    const noted = model.entries.map(
      (one) => `${one.no} ${one.state} ${written(this.linesOf(one.wanted))}`,
    )
    const [book] = await shop.find('list_books', { _id: list.listId })
    const totals = await shop.value('lists.totals', {
      ...{ as: list.owner.who, input: { listId: list.listId } },
    })
    const sums = entries.filter(({ state }) => state === 'joined')
    const paid = sums.reduce((sum, { payableFen }) => sum + payableFen, 0)
    return [
      ...differ('entries', told, noted),
      ...differ('left', Object(book).left, model.left()),
      ...differ('marks', Object(book).todo, {}),
      ...differ('totals', totals.items.map(sumOf), this.totalsNoted()),
      ...differ(
        'sum of points',
        summed(totals.points.flatMap(({ items }) => items)),
        summed(totals.items),
      ),
      ...differ('sum of entries', paid, totals.amountFen),
      ...differ('entries that count', totals.entryCount, sums.length),
      ...this.wrongPoints(totals, entries),
    ]
  }

  private wrongPoints(
    totals: Output<'lists', 'totals'>,
    entries: Output<'lists', 'entries'>['entries'],
  ) {
    return totals.points.flatMap(({ pickupPointId, items }) => {
      const own = entries.filter(
        (one) => one.state === 'joined' && one.pickupPointId === pickupPointId,
      )
      const sum = own.reduce((so, { payableFen }) => so + payableFen, 0)
      return differ(
        `point ${pickupPointId}`,
        items.reduce((so, one) => so + one.amountFen, 0),
        sum,
      )
    })
  }

  private totalsNoted(): string[] {
    const totals = this.model.totals()
    return this.list.list.items.flatMap(({ itemId, unit }) => {
      const { count, amountFen } = totals.get(itemId) ?? { count: 0, amountFen: 0 }
      return count === 0 ? [] : [sumOf({ itemId, quantity: quantityOf(count, unit), amountFen })]
    })
  }

  private wantedOf({ counts }: Step): Record<string, number> {
    const wanted = this.list.list.items.map(({ itemId, unit }, place) => {
      return [itemId, (counts[place] ?? 0) * (unit === 'piece' ? 1 : 250)] as const
    })
    return Object.fromEntries(wanted.filter(([, count]) => count > 0))
  }

  private linesOf(wanted: Readonly<Record<string, number>>) {
    return this.list.list.items.flatMap(({ itemId, unit }) => {
      const count = wanted[itemId] ?? 0
      return count === 0 ? [] : [{ itemId, quantity: quantityOf(count, unit) }]
    })
  }
}

type Summed = Pick<Output<'lists', 'totals'>['items'][number], 'itemId' | 'quantity' | 'amountFen'>

function sumOf({ itemId, quantity, amountFen }: Summed): string {
  return `${itemId} ${quantity} ${amountFen}`
}

function summed(rows: readonly Summed[]): string[] {
  const sums = new Map<string, Summed>()
  for (const { itemId, quantity, amountFen } of rows) {
    const so = sums.get(itemId) ?? { itemId, quantity: 0, amountFen: 0 }
    const more = { quantity: so.quantity + quantity, amountFen: so.amountFen + amountFen }
    sums.set(itemId, { itemId, ...more })
  }
  return [...sums.values()].map(sumOf).sort()
}

function written(lines: readonly { itemId: string; quantity: number }[]): string {
  return lines.map(({ itemId, quantity }) => `${itemId}×${quantity}`).join(' ')
}

function differ(what: string, found: unknown, wanted: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)]
  return one === other ? [] : [`${what}: ${one} instead of ${other}`]
}

type Told = { ok: true; value: { state: string } } | { ok: false; code: string }

function stateIn(answer: Told): string {
  return answer.ok ? answer.value.state : answer.code
}

/** A phone hears of a held place that it waits. */
function seen(state: ModelEntry['state'] | string): string {
  return state === 'held' ? 'waiting' : state
}
