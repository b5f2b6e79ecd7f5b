import fc from 'fast-check'
import type { ShortChoice } from '../../shared/lists/list'
import { quantityOf } from '../../shared/lists/quantity'
import { auditorOf } from '../harness/auditor'
import { differences } from '../harness/list-differences'
import { FulfilmentTale } from '../harness/list-fulfilment-tale'
import { ListModel, type ModelEntry } from '../harness/list-model'
import { type Step, type Story, story } from '../harness/list-stories'
import { type ListUnderTest, listsOf, twoPoints } from '../harness/lists'
import { newCommunityOwner } from '../harness/owner-under-test'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import { tallyAfter } from '../harness/tiers-under-test'
import { type ChaosReport, type ChaosSetting, unequal } from './chaos-run'

export const name = 'list-steps'

const sizes = { quick: 5, full: 500 } as const
const MEMBERS = 6
const DAY_MS = 86_400_000
/** More than a story waits. */
const MOST_DAYS = 30
const MOST_TICKS = 5
/** Enough for a level above that of everybody. */
const HIGH_FEN = 600_000
const COMMISSION_PERCENT = 8
const ENDS = ['ordered', 'failed', 'closed']

/**
 * Random lists of the seed, each through the endpoints and through a notebook beside them: after
 * every step the answer is the notebook's, and at the end entries, totals, points and what is left
 * are the same, to the fen and the unit. Where a list is ordered, its goods arrive, mostly too few;
 * they are weighed, paid and fetched, and then its files and the books are the notebook's too. At
 * last the night finds that the books balance.
 */
export async function run({ seed, size, functionsDir }: ChaosSetting): Promise<ChaosReport> {
  const shop = await openShop({ store: 'memory', functionsDir })
  const broken: string[] = []
  const counts: Record<string, number> = {}
  try {
    const owner = await newCommunityOwner(shop)
    const people = []
    for (let no = 0; no < MEMBERS; no += 1) people.push(await newPerson(shop, no))
    for (const [no, told] of fc.sample(story, { seed, numRuns: sizes[size] }).entries()) {
      const { items, threshold, payment, shortage } = told
      const cutOffAt = shop.nowMs() + MOST_DAYS * DAY_MS
      const plan = { items, threshold, payment, shortage, pickupPoints: twoPoints }
      const part = { ...plan, cutOffAt, dueAt: cutOffAt, commissionPercent: COMMISSION_PERCENT }
      const list = await listsOf(shop).newList(part, owner)
      const wrong = await new Tale({ shop, list, people }, told).tell(counts)
      broken.push(...wrong.map((sentence) => `list ${no + 1}: ${sentence}`))
    }
    await auditorOf(shop).night()
    const { isBalanced, findings } = await auditorOf(shop).latest()
    broken.push(...unequal(`certificate ${JSON.stringify(findings)}`, isBalanced, true))
  } finally {
    await shop.stop()
  }
  const steps = Object.entries(counts).map(([what, count]) => [`steps: ${what}`, count])
  return { figures: { lists: sizes[size], ...Object.fromEntries(steps) }, broken }
}

/** Every third has bought so much before that she is served before the others. */
async function newPerson(shop: ShopUnderTest, no: number): Promise<string> {
  const { who, memberId } = await shop.newMember(1)
  if (no % 3 > 0) return who
  const on = new Date(shop.nowMs()).toISOString().slice(0, 10)
  const update = { $set: { tier: tallyAfter([HIGH_FEN, on]) } }
  const filter = { _id: memberId }
  await shop.local.engine.update('points_accounts', { filter, update, multi: false })
  return who
}

interface Place {
  readonly shop: ShopUnderTest
  readonly list: ListUnderTest
  readonly people: readonly string[]
}

class Tale {
  private readonly shop: ShopUnderTest
  private readonly list: ListUnderTest
  private readonly model: ListModel
  private readonly ids = new Map<number, string>()

  constructor(
    private readonly at: Place,
    private readonly told: Story,
  ) {
    this.shop = at.shop
    this.list = at.list
    this.model = new ListModel(at.list.list.items)
  }

  async tell(counts: Record<string, number>): Promise<string[]> {
    const count = (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1
    }
    for (const [no, one] of this.told.steps.entries()) {
      const [told, wanted] = await this.take(one)
      count(`${one.what} ${wanted}`)
      if (told !== wanted) return [`step ${no + 1}, ${one.what}: ${told} instead of ${wanted}`]
    }
    const open = await differences(this.at, this.model)
    if (open.length > 0 || !this.told.isSettled) return open
    const state = await this.settle()
    count(`settled ${state}`)
    const settled = await differences(this.at, this.model)
    if (settled.length > 0) return settled.map((sentence) => `settled: ${sentence}`)
    if (state !== 'ordered') return []
    const goods = { at: this.at, model: this.model, told: this.told, ids: this.ids }
    return new FulfilmentTale(goods, count).tell()
  }

  /** The clock passes the cut-off, and the job has done all of it. */
  private async settle(): Promise<string> {
    const { shop, list, model, told } = this
    await shop.advanceClock(list.list.cutOffAt - shop.nowMs() + 1)
    const stateNow = async () => (await shop.find('lists', { _id: list.listId }))[0]?.state
    for (let tick = 0; tick < MOST_TICKS && !ENDS.includes(String(await stateNow())); tick += 1) {
      await shop.fireTimer('lists')
    }
    model.settle(told.threshold)
    return String(await stateNow())
  }

  /** What the phone was told, and what the notebook says. */
  private async take(one: Step): Promise<readonly [string, string]> {
    const { model, list } = this
    const wanted = this.wantedOf(one)
    if (one.what === 'wait') return this.waitADay()
    if (one.what === 'join' || one.what === 'joinFor') {
      if (Object.keys(wanted).length === 0) return ['', '']
      const who = one.what === 'join' ? this.at.people[one.chosen % MEMBERS] : null
      const { ifSoldOut } = one
      return this.join(one, { who: who ?? null, wanted, ifShort: this.ifShortOf(one), ifSoldOut })
    }
    const entry = this.chosen(one)
    const isHers = entry?.who !== null
    if (!entry || (one.what === 'change' && Object.keys(wanted).length === 0)) return ['', '']
    if (!isHers && one.what === 'takeUp') return ['', '']
    const entryId = this.ids.get(entry.no) ?? ''
    const asked = { requestId: this.shop.fresh('step'), as: entry.who ?? list.owner.who }
    if (one.what === 'change') {
      const ifShort = this.ifShortOf(one)
      const input = { entryId, lines: this.linesOf(wanted, ifShort) }
      const name = isHers ? 'lists.change' : 'lists.changeFor'
      const { answer } = await this.shop.callPatiently(name, { ...asked, input })
      return [stateIn(answer), seen(model.change(entry, wanted, ifShort))]
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
    const { who, wanted, ifShort, ifSoldOut } = wish
    const order = { lines: this.linesOf(wanted, ifShort), pickupPointId: point, ifSoldOut }
    const input = { listId: list.listId, ...order }
    const requestId = shop.fresh('step')
    const { answer } =
      who === null
        ? await shop.callPatiently('lists.joinFor', {
            ...{ as: list.owner.who, requestId, input: { ...input, name: '李阿姨' } },
          })
        : await shop.callPatiently('lists.join', { as: who, requestId, input })
    const said = model.join(wish)
    if (answer.ok) this.ids.set(answer.value.entryNo, answer.value.entryId)
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

  private wantedOf({ counts }: Step): Record<string, number> {
    const wanted = this.list.list.items.map(({ itemId, unit }, place) => {
      return [itemId, (counts[place] ?? 0) * (unit === 'piece' ? 1 : 250)] as const
    })
    return Object.fromEntries(wanted.filter(([, count]) => count > 0))
  }

  private ifShortOf({ ifShort }: Step): Readonly<Record<string, ShortChoice>> {
    const { items } = this.list.list
    return Object.fromEntries(items.map(({ itemId }, place) => [itemId, ifShort[place] ?? 'less']))
  }

  private linesOf(
    wanted: Readonly<Record<string, number>>,
    ifShort: Readonly<Record<string, ShortChoice>>,
  ) {
    return this.list.list.items.flatMap(({ itemId, unit }) => {
      const count = wanted[itemId] ?? 0
      const line = { itemId, quantity: quantityOf(count, unit), ifShort: ifShort[itemId] }
      return count === 0 ? [] : [line]
    })
  }
}

type Told = { ok: true; value: { state: string } } | { ok: false; code: string }

function stateIn(answer: Told): string {
  return answer.ok ? answer.value.state : answer.code
}

/** A phone hears of a held place that it waits. */
function seen(state: ModelEntry['state'] | string): string {
  return state === 'held' ? 'waiting' : state
}
