/**
 * The gifts of a date, at nine of the business day: rule by rule, the members that an index finds,
 * in pages. How far it is stands in one document; a page that was done again gives nothing twice,
 * and a day that nobody was there for is made up for.
 */
import { addDays } from '../../shared/business-date'
import { giftsComeAt } from '../../shared/gifts/waiting'
import { accountOf, accountsBy } from '../points/repository'
import type { Chore } from '../runtime/chores'
import type { JobContext } from '../runtime/context'
import { changeIf, command, getById, insertNew } from '../runtime/database'
import { type DuePlace, dueMembers } from './due-members'
import { giveDay, hasJob, openOn } from './give-day'
import { type GiftDesk, newestGiftDesk } from './repository'

interface RunDocument {
  /** The date that is being given, or was given last. */
  readonly on: string
  readonly isDone: boolean
  /** Of its rules, those whose members were all looked at. */
  readonly doneRules: readonly string[]
  /** Where the next page of the rule after them begins; null: at its beginning. */
  readonly due: DuePlace | null
}

const RUN = 'dated'
const PAGE_MEMBERS = 50
/** Days that are made up for: the longest window of a gift that nobody would miss. */
const MOST_DAYS_BACK = 31

/** Until when this instance knows that nothing is due. */
let restsUntilAt = 0

export const giveDated: Chore = {
  name: 'give-dated',
  every: 'tick',
  isDue: async (context) => {
    const { now, todayOn } = context
    if (now < restsUntilAt && now >= giftsComeAt(todayOn)) return false
    const isDue = dateToGive(await readRun(), context) !== null
    if (!isDue && now >= giftsComeAt(todayOn)) restsUntilAt = giftsComeAt(addDays(todayOn, 1))
    return isDue
  },
  run: async (context) => {
    const counts = { looked: 0, members: 0 }
    const desk = await newestGiftDesk(context.shop)
    while (context.hasTimeLeft()) {
      const run = await readRun()
      const on = dateToGive(run, context)
      if (on === null) return counts
      const isGoingOn = run !== null && !run.isDone && run.on === on
      const at = isGoingOn ? run : { on, isDone: false, doneRules: [], due: null }
      const next = await pageOf(at, { desk, context, counts })
      if (!next) return { ...counts, unfinished: 1 }
      await saveRun(next)
    }
    return { ...counts, unfinished: 1 }
  },
}

/** The date that is due, the oldest first; null when none is. */
function dateToGive(
  run: RunDocument | null,
  { now, todayOn }: Pick<JobContext, 'now' | 'todayOn'>,
): string | null {
  const lastOn = now >= giftsComeAt(todayOn) ? todayOn : addDays(todayOn, -1)
  // A shop's first day is the one on which it is first looked at.
  const on = run === null ? todayOn : run.isDone ? addDays(run.on, 1) : run.on
  const oldestOn = addDays(todayOn, -MOST_DAYS_BACK)
  const dueOn = [on, oldestOn].sort()[1] ?? on
  return dueOn <= lastOn ? dueOn : null
}

interface Working {
  readonly desk: GiftDesk
  readonly context: JobContext
  readonly counts: { looked: number; members: number }
}

/** One page of the first rule that is not done; null when it has to be done again. */
async function pageOf(run: RunDocument, working: Working): Promise<RunDocument | null> {
  const { desk, context, counts } = working
  const rule = desk.lawful.filter(hasJob).find(({ ruleId }) => !run.doneRules.includes(ruleId))
  if (!rule) return { ...run, isDone: true, doneRules: [], due: null }
  const asked = { desk, place: run.due, limit: PAGE_MEMBERS }
  const { members, next } = await dueMembers(rule, run.on, asked)
  const accounts = await accountsBy(members.map(({ _id }) => _id))
  for (const member of members) {
    if (!context.hasTimeLeft()) return null
    const due = { member, rule, on: run.on, desk, context }
    counts.looked += 1
    const account = accounts.get(member._id) ?? accountOf(member._id, null)
    const decision = openOn(due, account)
    if (!decision) continue
    if (!(await giveDay(due, decision))) return null
    counts.members += 1
  }
  const doneRules = next ? run.doneRules : [...run.doneRules, rule.ruleId]
  return { ...run, doneRules, due: next }
}

function readRun(): Promise<RunDocument | null> {
  return getById<RunDocument>('gift_runs', RUN)
}

async function saveRun({ on, isDone, doneRules, due }: RunDocument): Promise<void> {
  const changed = { on, isDone, doneRules, due: command.set(due) }
  if (await changeIf('gift_runs', { _id: RUN }, changed)) return
  const inserted = await insertNew('gift_runs', { _id: RUN, on, isDone, doneRules, due })
  if (!inserted.ok) await changeIf('gift_runs', { _id: RUN }, changed)
}
