import { visibleText } from '@shared/members/search-text'
import type { OutputAt } from '../api'
import { createReading } from '../reading'

export type FoundMember = OutputAt<'members.find'>['members'][number]

export const foundStore = createReading('members.find')

/** Looks for members; who was found by another text is on the screen no more. */
export function find(typed: string): Promise<void> {
  foundStore.setState({ data: null, trouble: null })
  return foundStore.getState().load({ text: visibleText(typed) })
}

export function clearFound(): void {
  foundStore.setState(foundStore.getInitialState())
}
