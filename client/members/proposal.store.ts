import { createSubmission } from '../submission'
import { codeStore } from './code.store'

/** Her yes or no to points that staff want to take off the bill. */
export const proposalStore = createSubmission('purchases.answerProposal')

/** What she said shows at once; the next poll tells the same. */
proposalStore.subscribe((after, before) => {
  const { data, put } = codeStore.getState()
  if (after.answer === null || after.answer === before.answer || !data) return
  const isOpen = after.answer.state === 'confirmed'
  put({ ...data, proposal: isOpen ? after.answer : null })
})

export async function answerProposal(proposalId: string, agrees: boolean): Promise<void> {
  const { sending, open, send } = proposalStore.getState()
  if (sending) return
  open({ proposalId, agrees })
  await send()
}
