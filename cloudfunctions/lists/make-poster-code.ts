import type { listPlanning } from '../../shared/contract/list-planning'
import { targetPages } from '../../shared/messages/page'
import { accept, refuse } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { pageCode } from '../runtime/page-code'
import { readPublicList } from './repository'

/**
 * The code on a list's poster: whoever scans it is on its page. Null when WeChat makes none; a
 * poster without it says where the list is found. Refuses LIST_GONE.
 */
export const makePosterCode: UseCase<typeof listPlanning.posterCode> = async ({ listId }) => {
  const list = await readPublicList(listId)
  if (!list) return refuse('LIST_GONE')
  const code = await pageCode(targetPages.list, listId)
  return accept({ base64: code === null ? null : code.toString('base64') })
}
