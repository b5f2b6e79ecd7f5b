import type { Timer } from '../runtime/chores'
import { forgetting } from '../runtime/retention'
import { oldMessages } from './repository'
import { sendDue } from './send-due'

/**
 * What the timer of every five minutes does: what is due goes to WeChat; once a day what is too old
 * for anybody to look up is removed, read or not.
 */
export const tendMessages: Timer = { chores: [sendDue, forgetting(oldMessages)] }
