import fc from 'fast-check'
import { quantityOf } from '../../shared/lists/quantity'
import { differences } from '../harness/list-differences'
import { ListModel, type ModelEntry } from '../harness/list-model'
import { type Step, type Story, story } from '../harness/list-stories'
import { type ListUnderTest, listsOf, twoPoints } from '../harness/lists'
import { newCommunityOwner } from '../harness/owner-under-test'
import { openShop, type ShopUnderTest } from '../harness/shop-under-test'
import type { ChaosReport, ChaosSetting } from './chaos-run'

export const name = 'list-steps'

const sizes = { quick: 5, full: 500 } as const
const MEMBERS = 6
const DAY_MS = 86_400_000
/** More than a story waits. */
const MOST_DAYS = 30
const MOST_TICKS = 5
const ENDS = ['ordered', 'failed', 'closed']

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
      const { items, threshold } = told
      const cutOffAt = shop.nowMs() + MOST_DAYS * DAY_MS
      const part = { items, threshold, pickupPoints: twoPoints, cutOffAt, dueAt: cutOffAt }
      const list = await listsOf(shop).newList(part, owner)
      const wrong = await new Tale({ shop, list, people }, told).tell(counts)
      broken.push(...wrong.map((sentence) => `list ${no + 1}: ${sentence}`))
    }
  } finally {
    await shop.stop()
  }
  const steps = Object.entries(counts).map(([what, count]) => [`steps: ${what}`, count])
  return { figures: { lists: sizes[size], ...Object.fromEntries(steps) }, broken }
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
    count(`settled ${await this.settle()}`)
    return (await differences(this.at, this.model)).map((sentence) => `settled: ${sentence}`)
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

  private linesOf(wanted: Readonly<Record<string, number>>) {
    return this.list.list.items.flatMap(({ itemId, unit }) => {
      const count = wanted[itemId] ?? 0
      return count === 0 ? [] : [{ itemId, quantity: quantityOf(count, unit) }]
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
