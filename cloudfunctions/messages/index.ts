import { serve } from '../runtime/serve'
import { forgetMessages } from './forget-messages'
import { listMessages } from './list-messages'
import { readMessages } from './read-messages'

export const main = serve('messages', { list: listMessages, read: readMessages }, forgetMessages)
