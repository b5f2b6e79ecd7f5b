import { join } from 'node:path'
import { splitMemberCode } from '../../shared/member-code'
import { callerOf } from '../harness/cloud-caller'
import { barriersOn, faintTextOn } from './barriers'
import { type Bench, openBench } from './bench'
import { billScenes } from './bill-scenes'
import { booksScenes } from './books-scenes'
import { layOutShots } from './contact-sheet'
import { dayEndScenes } from './day-end-scenes'
import { mallScenes, networkScenes } from './mall-scenes'
import { managerScenes } from './manager-scenes'
import { oldCardScenes } from './old-card-scenes'
import { payingScenes } from './paying-scenes'
import { FROZEN, pointsScenes } from './points-scenes'
import { purchaseScenes } from './purchase-scenes'
import { ruleScenes } from './rule-scenes'
import { type Arrived, arrive, type Scene, type Shot, shoot } from './scene'
import { FRESH, LATE, shopperScenes } from './shopper-scenes'
import { staffScenes } from './staff-scenes'

const NOW = '2026-11-21T02:00:00.000Z'
const DAY_MS = 86_400_000
const pictures = join(__dirname, '../../.cache/pictures')

describe('every page in every state, light and dark', () => {
  let bench: Bench
  const shots: Shot[] = []

  beforeAll(async () => {
    bench = await openBench(NOW)
    const caller = callerOf(bench.cloud.origin)
    bench.cloud.clock.advance(-8 * DAY_MS)
    await caller.value('members.join', { as: LATE })
    bench.cloud.clock.advance(8 * DAY_MS)
    await caller.value('members.join', { as: FRESH })
    const { memberCode } = await caller.value('members.code', { as: FROZEN })
    const { memberNumber } = splitMemberCode(memberCode)
    const input = { memberNumber, reason: '核对 11 月 17 日的两笔消费' }
    await caller.value('points.freeze', { as: 'demo-manager-1', input })
  }, 120_000)
  afterAll(async () => {
    if (shots.length > 0) await layOutShots(bench, shots, pictures)
    await bench?.close()
  }, 120_000)

  const scenes: readonly Scene[] = [
    ...shopperScenes,
    ...pointsScenes,
    ...purchaseScenes,
    ...mallScenes,
    ...networkScenes,
    ...staffScenes,
    ...payingScenes,
    ...billScenes,
    ...managerScenes,
    ...dayEndScenes,
    ...oldCardScenes,
    ...booksScenes,
    // The last of all: they change the rules by which the shop earns.
    ...ruleScenes,
  ]
  /** Scenes act one after the other; the next one sets out while this one is looked at. */
  const ahead = new Map<Scene, Promise<Arrived>>()
  const setOut = (scene: Scene): Promise<Arrived> => {
    const arriving = ahead.get(scene) ?? arrive(scene, bench)
    ahead.set(scene, arriving)
    // Its own test tells of a scene that nobody can get to.
    arriving.catch(() => {})
    return arriving
  }

  it.each(scenes)('$name shows $title', async (scene) => {
    const arrived = await setOut(scene)
    const next = scenes[scenes.indexOf(scene) + 1]
    if (next) void setOut(next)
    const barriers: string[] = []
    const shot = await shoot(scene, arrived, async (page, scheme) => {
      const found = await (scheme === 'light' ? barriersOn(page) : faintTextOn(page))
      barriers.push(...found.map((barrier) => `${scheme}: ${barrier}`))
    })
    shots.push(shot)
    expect(shot.complaints).toEqual([])
    expect(barriers).toEqual([])
  })
})
