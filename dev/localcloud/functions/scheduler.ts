import type { Clock } from '../clock'
import { nextDueAt } from './cron'
import type { DueWork } from './due-work'
import type { FunctionsHost } from './functions-host'

/** What the platform hands a function whose timer fires, as JSON. */
export function timerEvent(triggerName: string, atMs: number): string {
  const Time = new Date(atMs).toISOString()
  return JSON.stringify({ Type: 'Timer', TriggerName: triggerName, Time, Message: '' })
}

/** Ticks that a move of the clock fired, and those of them whose function failed, by function. */
export interface Move {
  firedCount: number
  readonly fired: Record<string, number>
  readonly failed: Record<string, number>
}

export interface Scheduler {
  /** From now on timers fire when the clock passes them. */
  start(): void
  /**
   * Moves the clock, and fires each tick on the way once, in the order of their instants and then
   * of their functions' names. A tick runs alone, and the clock starts it at its own instant.
   * Backwards, or before `start`, the clock moves and nothing fires.
   */
  move(destination: (nowMs: number) => number): Promise<Move>
  /** The move under way. */
  progress(): { movingToMs: number; firedCount: number } | undefined
  /** Resolves when a move under way has ended, at the tick where it is. */
  stop(): Promise<void>
}

export interface SchedulerParts {
  readonly host: FunctionsHost
  readonly clock: Clock
  readonly log: (text: string) => void
  /** How often a tick is delivered at once, as the laboratory's rules have it. */
  readonly timesToFire: (functionName: string) => number
  /** What else falls due on the clock's way, such as a payment's callback. */
  readonly dueWork: DueWork
}

interface Timer {
  readonly function: string
  readonly name: string
  readonly config: string
}

interface Tick extends Timer {
  readonly atMs: number
}

interface State extends SchedulerParts {
  phase: 'waiting' | 'started' | 'stopped'
  /** Every tick up to here was fired or passed over. */
  passedMs: number
  underWay?: { movingToMs: number; firedCount: number }
}

const lookMs = 1000
/** A longer gap between two looks is a leap: the machine slept, or a test set the clock. */
const leapMs = 60_000

export function createScheduler(parts: SchedulerParts): Scheduler {
  const { clock } = parts
  const state: State = { ...parts, phase: 'waiting', passedMs: 0 }
  let moves: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  return {
    start() {
      state.phase = 'started'
      state.passedMs = clock.now()
      timer = setInterval(() => look(state), lookMs)
      timer.unref()
    },
    move(destination) {
      // The next move begins where the one before it ended.
      const move = moves.then(() => moveNow(state, destination(clock.now())))
      moves = move.catch(() => {})
      return move
    },
    progress: () => state.underWay,
    async stop() {
      state.phase = 'stopped'
      parts.dueWork.stop()
      clearInterval(timer)
      await moves
    },
  }
}

async function moveNow(state: State, toMs: number): Promise<Move> {
  const { clock } = state
  const move: Move = { firedCount: 0, fired: {}, failed: {} }
  if (Number.isNaN(new Date(toMs).getTime())) throw new RangeError('there is no such instant')
  try {
    if (state.phase === 'started') await runTicks(state, toMs, move)
  } finally {
    state.underWay = undefined
  }
  clock.set(isStopped(state) ? clock.now() : toMs)
  state.passedMs = clock.now()
  return move
}

async function runTicks(state: State, toMs: number, move: Move): Promise<void> {
  state.underWay = { movingToMs: toMs, firedCount: 0 }
  for (const tick of ticksBetween(timersOf(state.host), state.passedMs, toMs)) {
    await runDue(state, tick.atMs)
    state.clock.pass(tick.atMs)
    note(move, tick.function, await fire(state, tick))
    state.underWay = { movingToMs: toMs, firedCount: move.firedCount }
    if (isStopped(state)) return
  }
  await runDue(state, toMs)
}

/** Each thing at its own instant, on the way to another. */
async function runDue(state: State, untilMs: number): Promise<void> {
  const { clock, dueWork } = state
  for (let dueAt = dueWork.nextAt(); dueAt !== undefined; dueAt = dueWork.nextAt()) {
    if (dueAt > untilMs || isStopped(state)) return
    if (dueAt > clock.now()) clock.pass(dueAt)
    await dueWork.runDue(dueAt)
  }
}

/** Asked afresh after every wait. */
function isStopped(state: State): boolean {
  return state.phase === 'stopped'
}

function note(move: Move, name: string, outcomes: readonly boolean[]): void {
  const failedCount = outcomes.filter((isGood) => !isGood).length
  move.firedCount += outcomes.length
  move.fired[name] = (move.fired[name] ?? 0) + outcomes.length
  if (failedCount > 0) move.failed[name] = (move.failed[name] ?? 0) + failedCount
}

/**
 * In real time ticks do not wait for one another. Of those that a leap passed over each timer
 * fires once: the platform makes up for nothing, and jobs ask what is due.
 */
function look(state: State): void {
  if (state.underWay !== undefined) return
  void state.dueWork.runDue(state.clock.now())
  const { passedMs } = state
  const nowMs = state.clock.now()
  state.passedMs = nowMs
  const timers = timersOf(state.host)
  const ticks =
    nowMs - passedMs < leapMs
      ? ticksBetween(timers, passedMs, nowMs)
      : timers
          .filter(({ config }) => (nextDueAt(config, passedMs) ?? Infinity) <= nowMs)
          .map((timer) => ({ ...timer, atMs: nowMs }))
  for (const tick of ticks) void fire(state, tick)
}

/** Delivers a tick, twice at once where the laboratory says so; false when its function failed. */
function fire(state: State, tick: Tick): Promise<boolean[]> {
  const times = state.timesToFire(tick.function)
  return Promise.all(Array.from({ length: times }, () => deliver(state, tick)))
}

async function deliver(state: State, tick: Tick): Promise<boolean> {
  const { function: name, atMs } = tick
  const eventText = timerEvent(tick.name, atMs)
  try {
    await state.host.invoke({ name, eventText, caller: {}, source: 'wx_trigger' })
    return true
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault)
    const at = new Date(atMs).toISOString()
    state.log(`timer ${tick.name} of ${name}, due ${at}, failed: ${reason}\n`)
    return false
  }
}

/** The ticks after one instant up to another, by instant and then by function. */
function* ticksBetween(timers: readonly Timer[], fromMs: number, toMs: number): Iterable<Tick> {
  const pending = timers.flatMap((timer) => nextTick(timer, fromMs))
  for (;;) {
    const next = pending.reduce<Tick | undefined>(
      (first, tick) => (first === undefined || tick.atMs < first.atMs ? tick : first),
      undefined,
    )
    if (next === undefined || next.atMs > toMs) return
    yield next
    pending.splice(pending.indexOf(next), 1, ...nextTick(next, next.atMs))
  }
}

function nextTick(timer: Timer, afterMs: number): Tick[] {
  const atMs = nextDueAt(timer.config, afterMs)
  return atMs === undefined ? [] : [{ ...timer, atMs }]
}

/** In the order of the functions' names. */
function timersOf(host: FunctionsHost): Timer[] {
  return host
    .list()
    .flatMap(({ name, triggers }) => triggers.map((trigger) => ({ function: name, ...trigger })))
}
