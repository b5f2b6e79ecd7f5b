/** What is told of group-buy lists: to those who joined one, and to who looks after it. */
import { type ArrivalMessageFacts, arrivalMessages } from './arrival-messages'
import { type EntryMessageFacts, entryMessages } from './entry-messages'
import { type PlanningMessageFacts, planningMessages } from './planning-messages'

export interface ListMessageFacts
  extends ArrivalMessageFacts,
    EntryMessageFacts,
    PlanningMessageFacts {}

export const listMessages = { ...arrivalMessages, ...entryMessages, ...planningMessages }
