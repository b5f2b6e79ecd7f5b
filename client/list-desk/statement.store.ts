import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type Statement = OutputAt<'lists.statement'>

export const statementStore = createReading('lists.statement')
