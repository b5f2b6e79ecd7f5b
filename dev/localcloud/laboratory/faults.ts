import type { Disk } from '../engine/disk'
import { chanceAt, isAbout, type Place, readFaultSetting } from './fault-rules'
import type { FaultRule, FaultSetting, FaultState } from './operator-api'

/** What the laboratory does to requests, by rules that are switched on and off. */
export interface Faults {
  /** Replaces all rules and begins to count anew; throws a sentence when they make no sense. */
  set(setting: Partial<FaultSetting>): void
  state(): FaultState
  /** Counts a request of a function: which one is it since the rules were set? */
  countRequest(functionName: string): number
  /** The rules that hit here, delays first. */
  strikesAt(place: Place): FaultRule[]
  /** How often a timer that is due must fire: twice when a rule duplicates it. */
  timesToFire(functionName: string): number
}

export function createFaults(disk: Disk): Faults {
  let setting: Pick<FaultSetting, 'seed' | 'rules'> = { seed: 1, rules: [] }
  let hits: number[] = []
  let requests = new Map<string, number>()
  let ticks = new Map<string, number>()
  const strikesAt = (place: Place): FaultRule[] => {
    const struck = setting.rules.filter((rule, position) => {
      if (!isAbout(rule, place)) return false
      if (chanceAt(setting.seed, position, place) >= (rule.rate ?? 1)) return false
      hits[position] = (hits[position] ?? 0) + 1
      return true
    })
    return struck.sort((a, b) => Number(b.kind === 'delay') - Number(a.kind === 'delay'))
  }
  return {
    set(wish) {
      const read = readFaultSetting(wish)
      setting = read
      hits = setting.rules.map(() => 0)
      requests = new Map()
      ticks = new Map()
      disk.set(read.disk)
    },
    state: () => ({ seed: setting.seed, rules: setting.rules, disk: disk.state, hits: [...hits] }),
    countRequest: (name) => countIn(requests, name),
    strikesAt,
    timesToFire(name) {
      const place = { at: 'tick', function: name, request: countIn(ticks, name), call: 0 } as const
      return strikesAt(place).length > 0 ? 2 : 1
    },
  }
}

function countIn(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}
