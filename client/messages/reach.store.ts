import { type TemplateKey, templateKeys } from '@shared/messages/template'
import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import type { Shown } from '../reading'

export interface ReachRow extends Pick<OutputAt<'messages.forecast'>, 'sentence' | 'hasTemplate'> {
  readonly templateKey: TemplateKey
}

/** What a message of each kind would reach today. */
export const reachStore = createStore<Shown<readonly ReachRow[]>>(() => ({
  data: null,
  loading: false,
  trouble: null,
}))

export async function loadReach(): Promise<void> {
  reachStore.setState({ loading: true })
  const replies = await Promise.all(
    templateKeys.map((templateKey) => api.call('messages.forecast', { templateKey })),
  )
  const data: ReachRow[] = []
  for (const [place, reply] of replies.entries()) {
    const templateKey = templateKeys[place]
    if (!reply.ok) {
      reachStore.setState({ loading: false, trouble: { code: reply.code, message: reply.message } })
      return
    }
    if (templateKey) data.push({ templateKey, ...reply.value })
  }
  reachStore.setState({ data, loading: false, trouble: null })
}
