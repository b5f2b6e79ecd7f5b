import type { CallSummary } from '../../localcloud/laboratory/operator-api'

/** Whether a call is among those that the filters of the log's address ask for. */
export function matches(call: CallSummary, filters: Readonly<Record<string, string>>): boolean {
  if (filters.function && call.function !== filters.function) return false
  if (filters.failed && call.outcome?.ok !== false) return false
  const wanted = (filters.text ?? '').trim().toLowerCase()
  if (wanted === '') return true
  const error = call.outcome?.ok === false ? call.outcome.error : ''
  const names = [call.callId, call.parent, call.requestId, call.openid, call.function, call.action]
  const fields = [...names.map((name) => name ?? ''), error]
  return fields.some((field) => field.toLowerCase().includes(wanted))
}
