import { hourOf } from './spoken-instant'
import { type TemplateKey, templateKeys, templates } from './template'

const QUIET_FROM_HOUR = 21
const QUIET_UNTIL_HOUR = 9

/** 静默时段: nobody is sent what can wait between 21:00 and 09:00, in Shanghai. */
export function isQuietAt(at: number): boolean {
  const hour = hourOf(at)
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR
}

/** What may be sent at this instant, in the order in which it is. */
export function sendableAt(at: number): readonly TemplateKey[] {
  if (!isQuietAt(at)) return templateKeys
  return templateKeys.filter((key) => !templates[key].isQuietAtNight)
}
