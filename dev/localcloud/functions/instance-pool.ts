import { PlatformError } from '../platform-error'
import { executeFailed, type Instance } from './instance'

export interface PoolLimits {
  /** Instances of one function that serve calls from outside; more calls than that wait. */
  readonly instances: number
  /** Instances of one function in all: nested calls may have more, or they would wait forever. */
  readonly nestedInstances: number
  /** Calls under way and waiting in the whole environment: the platform's 1,000. */
  readonly concurrentCalls: number
  /** How long an instance stays warm with nothing to do. */
  readonly idleMs: number
}

export const usualLimits: PoolLimits = {
  instances: 4,
  nestedInstances: 40,
  concurrentCalls: 1000,
  idleMs: 5 * 60_000,
}

export interface Wish {
  readonly name: string
  /** How many functions are above this call; 0 when it comes from outside. */
  readonly depth: number
  /** Tells one state of the function's files from another. */
  readonly print: string
  readonly start: () => Promise<Instance>
}

export interface InstancePool {
  /** Runs work on an instance of the function that is nobody else's meanwhile. */
  use<Result>(wish: Wish, work: (instance: Instance) => Promise<Result>): Promise<Result>
  /** Living instances by function, for the operator. */
  counts(): Readonly<Record<string, number>>
  close(): Promise<void>
}

interface Member {
  readonly instance: Instance
  readonly print: string
  idleSince: number | undefined
}

interface Pool {
  readonly members: Set<Member>
  readonly queue: (() => void)[]
  startingCount: number
  closed: boolean
}

/** The warm instances of every function: taken by one call at a time, ended when long idle. */
export function createInstancePool(limits: PoolLimits): InstancePool {
  const pools = new Map<string, Pool>()
  let callCount = 0
  let closed = false
  const sweeper = setInterval(() => endIdle(pools, limits), Math.min(1000, limits.idleMs))
  sweeper.unref()
  const poolOf = (name: string): Pool => {
    const pool = pools.get(name) ?? { members: new Set(), queue: [], startingCount: 0, closed }
    pools.set(name, pool)
    return pool
  }
  return {
    async use(wish, work) {
      if (callCount >= limits.concurrentCalls) throw tooManyCalls(wish.name)
      callCount += 1
      const pool = poolOf(wish.name)
      try {
        const member = await take(pool, wish, limits)
        try {
          return await work(member.instance)
        } finally {
          member.idleSince = performance.now()
          if (!member.instance.alive()) pool.members.delete(member)
        }
      } finally {
        callCount -= 1
        pool.queue.shift()?.()
      }
    },
    counts: () => Object.fromEntries([...pools].map(([name, { members }]) => [name, members.size])),
    async close() {
      closed = true
      clearInterval(sweeper)
      const reason = closedCloud()
      const all = [...pools.values()]
      for (const pool of all) pool.closed = true
      await Promise.all(
        all.flatMap(({ members }) => [...members].map(({ instance }) => instance.kill(reason))),
      )
      for (const { queue } of all) for (const wake of queue.splice(0)) wake()
    },
  }
}

/** An idle instance, a new one while there may be more, else the next that becomes idle. */
async function take(pool: Pool, wish: Wish, limits: PoolLimits): Promise<Member> {
  // A chain of calls that fills every place by itself would wait for itself.
  if (wish.depth >= limits.nestedInstances) throw tooManyCalls(wish.name)
  const most = wish.depth > 0 ? limits.nestedInstances : limits.instances
  for (;;) {
    if (pool.closed) throw closedCloud()
    const idle = takeIdle(pool, wish.print)
    if (idle !== undefined) return idle
    if (pool.members.size + pool.startingCount < most) return start(pool, wish)
    await new Promise<void>((resolve) => pool.queue.push(resolve))
  }
}

function takeIdle(pool: Pool, print: string): Member | undefined {
  for (const member of [...pool.members].reverse()) {
    if (member.idleSince === undefined) continue
    if (member.instance.alive() && member.print === print) {
      member.idleSince = undefined
      return member
    }
    end(pool, member)
  }
  return undefined
}

async function start(pool: Pool, wish: Wish): Promise<Member> {
  pool.startingCount += 1
  try {
    const instance = await wish.start()
    if (pool.closed) {
      await instance.kill(closedCloud())
      throw closedCloud()
    }
    const member: Member = { instance, print: wish.print, idleSince: undefined }
    pool.members.add(member)
    return member
  } finally {
    pool.startingCount -= 1
  }
}

function endIdle(pools: ReadonlyMap<string, Pool>, { idleMs }: PoolLimits): void {
  const before = performance.now() - idleMs
  for (const pool of pools.values()) {
    for (const member of pool.members) {
      if (member.idleSince !== undefined && member.idleSince <= before) end(pool, member)
    }
  }
}

function end(pool: Pool, member: Member): void {
  pool.members.delete(member)
  void member.instance.kill(executeFailed('the instance was ended'))
}

function closedCloud(): PlatformError {
  return executeFailed('the cloud was closed')
}

/** Documented as -501004, "concurrent requests above the quota"; the sentence is SCF's (432). */
function tooManyCalls(name: string): PlatformError {
  const message = `[ResourceLimitReached] Function [${name}] concurrency exceeded quota`
  return new PlatformError('EXCEED_CONCURRENT_REQUEST_LIMIT', message)
}
