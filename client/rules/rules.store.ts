import type { RuleId } from '@shared/rules/shop-rules'
import { api, type OutputAt } from '../api'
import { createPaged } from '../paging'
import { createReading } from '../reading'
import { createSubmission } from '../submission'

export type RuleList = OutputAt<'rules.rules'>
export type RuleState = RuleList['rules'][number]
export type RulePreview = OutputAt<'rules.previewRule'>
export type RuleVersionRow = OutputAt<'rules.ruleVersions'>['versions'][number]

export const rulesStore = createReading('rules.rules')
export const previewStore = createReading('rules.previewRule')
export const draftStore = createSubmission('rules.saveRuleDraft')
export const publishStore = createSubmission('rules.publishRule')

/** All versions of one rule, the newest first. */
export const versionsStore = createPaged(
  {
    ask: ({ ruleId }: { ruleId: RuleId }, cursor) =>
      api.call('rules.ruleVersions', { ruleId, ...(cursor ? { cursor } : {}) }),
    rowsOf: (page) => page.versions,
  },
  { ruleId: 'earn-by-spend' },
)

export type TierMove = OutputAt<'tiers.previewMoves'>['moves'][number]

export interface Moves {
  readonly memberCount: number
  readonly moves: readonly TierMove[]
  /** False while pages are still to come. */
  readonly isWhole: boolean
}

/** Who would move if these figures were in force: told after each page, until all are counted. */
export async function countMoves(
  figures: RuleState['figures'],
  tell: (moves: Moves) => boolean,
): Promise<void> {
  const moved = new Map<string, TierMove>()
  let memberCount = 0
  for (let cursor: string | null = null; ; ) {
    const page: Reply = await api.call('tiers.previewMoves', {
      ...{ figures, ...(cursor === null ? {} : { cursor }) },
    })
    if (!page.ok) return
    memberCount += page.value.memberCount
    for (const move of page.value.moves) {
      const key = `${move.from} ${move.to}`
      moved.set(key, { ...move, count: move.count + (moved.get(key)?.count ?? 0) })
    }
    cursor = page.value.nextCursor
    const isWhole = cursor === null
    const goesOn = tell({ memberCount, moves: [...moved.values()], isWhole })
    if (isWhole || !goesOn) return
  }
}

type Reply = Awaited<ReturnType<typeof api.call<'tiers.previewMoves'>>>

export function loadRules(): Promise<void> {
  return rulesStore.getState().load({})
}

export function ruleIn(list: RuleList | null, ruleId: string): RuleState | null {
  return list?.rules.find((rule) => rule.ruleId === ruleId) ?? null
}

/** Keeps a draft on top of the one that is shown; true when it is kept. */
export async function saveDraft(
  { ruleId, revision }: RuleState,
  figures: RuleState['figures'],
): Promise<boolean> {
  draftStore.getState().open({ ruleId, figures, seenRevision: revision })
  await draftStore.getState().send()
  const { answer } = draftStore.getState()
  if (answer) takeOver(answer)
  return answer !== null
}

/** Puts in force the draft that is shown; true when it is. */
export async function publish({ ruleId, version, revision }: RuleState): Promise<boolean> {
  const { open, send } = publishStore.getState()
  open({ ruleId, seenVersion: version, seenRevision: revision })
  await send()
  const { answer } = publishStore.getState()
  if (answer) takeOver(answer)
  return answer !== null
}

function takeOver(changed: RuleState): void {
  const { data, put } = rulesStore.getState()
  if (!data) return
  const rules = data.rules.map((rule) => (rule.ruleId === changed.ruleId ? changed : rule))
  put({ ...data, rules })
}
