import { queryFailed } from '../platform-error'

/** Minutes that a zone (`+08:00`, `+0800`, `+08` or a name) is ahead of UTC at an instant. */
export function offsetMinutes(zone: unknown, at: Date): number {
  if (zone === undefined || zone === null || zone === 'UTC' || zone === 'GMT' || zone === 'Z') {
    return 0
  }
  if (typeof zone !== 'string') throw queryFailed('timezone must evaluate to a string')
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  if (hours !== undefined) return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  return offsetOfName(zone, at)
}

function offsetOfName(zone: string, at: Date): number {
  let written: string
  try {
    written = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      timeZoneName: 'longOffset',
    }).format(at)
  } catch {
    throw queryFailed(`unrecognized time zone identifier: "${zone}"`)
  }
  const [, offset] = /GMT([+-]\d\d:\d\d)/.exec(written) ?? []
  return offset === undefined ? 0 : offsetMinutes(offset, at)
}
