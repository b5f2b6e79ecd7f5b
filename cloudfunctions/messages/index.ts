import type { Timer } from '../runtime/chores'
import { forgetting } from '../runtime/retention'
import { serve } from '../runtime/serve'
import { listMessages } from './list-messages'
import { readMessages } from './read-messages'
import { oldMessages } from './repository'

const forgetMessages: Timer = { chores: [forgetting(oldMessages)] }

export const main = serve('messages', { list: listMessages, read: readMessages }, forgetMessages)
