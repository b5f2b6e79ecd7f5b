import * as v from 'valibot'
import { endpoint } from './endpoint'
import { memberNumber, tag } from './fields'

/** What a manager wrote on a member: rules of gifts ask for it. */
export interface MemberTagView {
  tag: string
  byName: string
  on: string
}

export const tags = {
  /** Puts a tag on a member, or takes it off; what is so already stays as it is. */
  set: endpoint<{ tags: MemberTagView[] }>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ memberNumber, tag, isOn: v.boolean() }),
  }),
}
