import type { Timer } from '../runtime/chores'
import { forgetting } from '../runtime/retention'
import { oldMessages } from './repository'

/** Once a day what is too old for anybody to look up is removed, read or not. */
export const forgetMessages: Timer = { chores: [forgetting(oldMessages)] }
