import { deepEqual, equal, match } from 'node:assert/strict'
import type { Area } from '../area'
import type { Kit } from '../kit'
import { at, get, post } from '../phone'

const ticks = async (kit: Kit) =>
  (await kit.rows.where({ scope: 'tick' }).orderBy('at', 'asc').get()).data

/** Moves the clock just behind the tick of a day, so that each case begins in the same place. */
async function begin(kit: Kit): Promise<number> {
  const { answer } = await get(kit, '/clock')
  const dayMs = 24 * 3_600_000
  // 03:00 in Shanghai is 19:00 UTC.
  const tickOfDay = 19 * 3_600_000
  const next = Math.ceil((Number(at(answer, 'nowMs')) - tickOfDay) / dayMs) * dayMs + tickOfDay
  await moveTo(kit, next + 60_000)
  await kit.rows.where({ scope: 'tick' }).remove()
  return next
}

async function moveTo(kit: Kit, toMs: number): Promise<void> {
  const { status, answer } = await post(kit, '/clock', {
    body: { now: new Date(toMs).toISOString() },
  })
  if (status !== 200) throw new Error(`the clock did not move: ${JSON.stringify(answer)}`)
}

const dayMs = 24 * 3_600_000

export const timers: Area = {
  name: 'timers',
  promise: 'Timers fire in UTC+8 when the clock passes them, each missed tick once, in order.',
  needs: ['functions', 'operator'],
  alone: true,
  cases: {
    "bring the platform's event, and nobody's identity": async (kit) => {
      const { answer } = await post(kit, '/timer/conformance')
      equal(at(answer, 'event.Type'), 'Timer')
      equal(at(answer, 'event.TriggerName'), 'tick')
      match(String(at(answer, 'event.Time')), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)
      equal(at(answer, 'openid'), null)
      match(String(at(answer, 'source')), /^wx_trigger/)
      await kit.rows.where({ scope: 'tick' }).remove()
    },
    'fire at three in the morning of Shanghai, when the clock passes it': async (kit) => {
      const tickMs = await begin(kit)
      await moveTo(kit, tickMs + dayMs - 1000)
      equal((await ticks(kit)).length, 0)
      await moveTo(kit, tickMs + dayMs + 1000)
      equal((await ticks(kit)).length, 1)
    },
    'fire each missed tick once, in order, at its own instant': async (kit) => {
      const tickMs = await begin(kit)
      await moveTo(kit, tickMs + 3 * dayMs + 60_000)
      const found = await ticks(kit)
      const seconds = found.map((tick) => Math.floor((Number(tick.at) - tickMs) / dayMs))
      deepEqual(seconds, [1, 2, 3])
      for (const tick of found) equal((Number(tick.at) - tickMs) % dayMs < 30_000, true)
    },
    'fire nothing when the clock goes back': async (kit) => {
      const tickMs = await begin(kit)
      await moveTo(kit, tickMs - 2 * dayMs)
      equal((await ticks(kit)).length, 0)
    },
  },
}
