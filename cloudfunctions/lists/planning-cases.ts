/** What an owner or a manager does with a list, and how all see it. */
import type { listPlanning } from '../../shared/contract/list-planning'
import type { UseCases } from '../runtime/context'
import { approveList } from './approve-list'
import { closeList, endRepeat, extendList, withdrawList } from './change-list'
import { copyList } from './copy-list'
import { listOwned } from './list-owned'
import { listRunning } from './list-running'
import { makePosterCode } from './make-poster-code'
import { publishList } from './publish-list'
import { createList, saveList, showDraft } from './save-list'
import { showList } from './show-list'
import { showTerms } from './show-terms'

export const planningCases = {
  create: createList,
  save: saveList,
  draft: showDraft,
  publish: publishList,
  copy: copyList,
  withdraw: withdrawList,
  close: closeList,
  extend: extendList,
  endRepeat,
  approve: approveList,
  owned: listOwned,
  running: listRunning,
  show: showList,
  posterCode: makePosterCode,
  terms: showTerms,
} satisfies Pick<UseCases<'lists'>, keyof typeof listPlanning>
