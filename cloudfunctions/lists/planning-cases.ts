/** What an owner or a manager does with a list, and how all see it. */
import type { listPlanning } from '../../shared/contract/list-planning'
import { refuse } from '../../shared/refusal'
import type { UseCases } from '../runtime/context'

const notYet = () => Promise.resolve(refuse('ACTION_UNKNOWN'))

export const planningCases = {
  create: notYet,
  save: notYet,
  draft: notYet,
  publish: notYet,
  copy: notYet,
  withdraw: notYet,
  close: notYet,
  extend: notYet,
  endRepeat: notYet,
  approve: notYet,
  owned: notYet,
  running: notYet,
  show: notYet,
  terms: notYet,
} satisfies Pick<UseCases<'lists'>, keyof typeof listPlanning>
