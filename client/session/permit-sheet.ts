import type { PermitAnswer } from '@shared/messages/permit'
import type { TemplateKey } from '@shared/messages/template'
import Taro from '@tarojs/taro'
import { createStore } from 'zustand/vanilla'
import { phone } from '../launch'

/** One line of WeChat's sheet. */
export interface AskedTemplate {
  readonly templateKey: TemplateKey
  readonly title: string
  readonly templateId: string
}

/** What she said of each template; null: there was no sheet, so she said nothing. */
type Answers = Readonly<Record<string, PermitAnswer>> | null

/**
 * Shows WeChat's own sheet; called in a tap, as WeChat wants it. Chosen between two whole
 * functions, so that the bundle for WeChat holds no gateway code.
 */
export const showPermitSheet: (asked: readonly AskedTemplate[]) => Promise<Answers> =
  process.env.TARO_ENV === 'h5' ? viaStandIn : viaWechat

async function viaWechat(asked: readonly AskedTemplate[]): Promise<Answers> {
  if (!Taro.canIUse('requestSubscribeMessage')) return null
  const tmplIds = asked.map(({ templateId }) => templateId)
  try {
    // Alipay's field, which Taro's types want of everybody.
    const said: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    return answersIn(said, tmplIds)
  } catch {
    // Switched off as a whole, or not after a tap: nobody was asked.
    return null
  }
}

/** WeChat knows several ways to accept; whatever it says besides is no answer. */
function answersIn(said: object, tmplIds: readonly string[]): Answers {
  const answers: Record<string, PermitAnswer> = {}
  for (const [templateId, answer] of Object.entries(said)) {
    if (!tmplIds.includes(templateId) || typeof answer !== 'string') continue
    if (answer.startsWith('accept')) answers[templateId] = 'accept'
    else if (answer === 'reject' || answer === 'ban' || answer === 'filter') {
      answers[templateId] = answer
    }
  }
  return answers
}

/** The sheet that stands for WeChat's in a browser; null while it is closed. */
export interface StandIn {
  readonly asked: readonly AskedTemplate[]
  answer(accepted: ReadonlySet<string>): void
}

export const standInStore = createStore<{ sheet: StandIn | null }>(() => ({ sheet: null }))

/** The local cloud takes down what was tapped, as WeChat does. */
async function viaStandIn(asked: readonly AskedTemplate[]): Promise<Answers> {
  const accepted = await new Promise<ReadonlySet<string>>((answer) => {
    standInStore.setState({ sheet: { asked, answer } })
  })
  standInStore.setState({ sheet: null })
  const answers = Object.fromEntries(
    asked.map(({ templateId }) => {
      return [templateId, accepted.has(templateId) ? 'accept' : 'reject'] as const
    }),
  )
  const told = await fetch(`${window.location.origin}/phone/permits`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': phone },
    body: JSON.stringify({ templateIds: answers }),
  }).catch(() => null)
  return told?.ok ? answers : null
}
