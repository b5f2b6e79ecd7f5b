import { api, type InputAt, type OutputAt } from '../api'
import { serverNow } from '../clock'
import { createPaged } from '../paging'
import { newRequestId } from '../request-id'
import { createSubmission } from '../submission'

export type Message = OutputAt<'messages.inbox'>['messages'][number]

/** What this member was told, the newest first. */
export const messagesStore = createPaged(
  {
    ask: (_query: object, cursor) => api.call('messages.inbox', cursor ? { cursor } : {}),
    rowsOf: (page) => page.messages,
  },
  {},
)

export const readAllStore = createSubmission('messages.read')

export function loadMessages(): Promise<void> {
  return messagesStore.getState().load({})
}

/** She has opened it. Nothing is said where that could not be noted: it is still unread then. */
export async function readMessage({ messageId, readAt }: Message): Promise<void> {
  if (readAt !== null) return
  const wish = { messageId }
  const reply = await api.call('messages.read', wish, { requestId: newRequestId() })
  if (reply.ok) note(reply.value.unreadCount, (message) => message.messageId === messageId)
}

/** Everything that she has before her eyes, and what is older; nothing that came meanwhile. */
export async function readAll(): Promise<void> {
  const [newest] = messagesStore.getState().rows
  if (!newest || readAllStore.getState().sending) return
  const wish: InputAt<'messages.read'> = { untilAt: newest.at }
  readAllStore.getState().open(wish)
  await readAllStore.getState().send()
  const { answer } = readAllStore.getState()
  if (answer) note(answer.unreadCount, ({ at }) => at <= newest.at)
}

function note(unreadCount: number, isRead: (message: Message) => boolean): void {
  const readAt = serverNow()
  const { head, change } = messagesStore.getState()
  change((one) => (one.readAt === null && isRead(one) ? { ...one, readAt } : one))
  if (head) messagesStore.setState({ head: { ...head, unreadCount } })
}
