/** After the cut-off: what arrived, what it weighs, what was paid, what was bad, what is owed. */
import type { listArrival } from '../../shared/contract/list-arrival'
import type { UseCases } from '../runtime/context'
import { arrive } from './arrive'
import { decideDamage } from './decide-damage'
import { listDamages } from './list-damages'
import { listReached } from './list-reached'
import { markPaid } from './mark-paid'
import { remind } from './remind'
import { reportDamage } from './report-damage'
import { showStatement } from './show-statement'
import { weigh } from './weigh'

export const arrivalCases = {
  arrive,
  markPaid,
  weigh,
  remind,
  reached: listReached,
  reportDamage,
  decideDamage,
  damages: listDamages,
  statement: showStatement,
} satisfies Pick<UseCases<'lists'>, keyof typeof listArrival>
