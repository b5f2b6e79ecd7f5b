import type { Browser } from 'playwright-core'
import { inLanes, type Told, toBeTold, within } from '../harness/in-lanes'
import { barriersOn, faintTextOn } from './barriers'
import type { KeptShop } from './bench'
import { arrive, type Scene, type Shot, shoot } from './scene'

/** Scenes that follow one another in one shop: a later one finds what earlier ones did. */
export type Story = readonly Scene[]

/** A scene as it was found: its pictures, and what keeps people out. */
export interface Look {
  readonly shot: Shot
  readonly barriers: readonly string[]
  readonly ms: number
}

const LONGEST_SCENE_MS = 60_000

/**
 * Looks at all scenes in pages of one browser, several stories at once, each in a copy of the shop.
 * Answers at once; what a scene shows is told when it was looked at.
 */
export function lookAt(
  stories: readonly Story[],
  { shop, browser, lanes }: { shop: KeptShop; browser: Browser; lanes: number },
): { lookOf(scene: Scene): Promise<Look>; ended: Promise<void> } {
  const looks = new Map<Scene, Told<Look>>()
  for (const scene of stories.flat()) looks.set(scene, toBeTold())
  const told = (scene: Scene): Told<Look> => {
    const look = looks.get(scene)
    if (look === undefined) throw new Error(`${scene.name} is in no story`)
    return look
  }
  const tellStory = async (story: Story): Promise<void> => {
    const opening = shop.openCopy(browser)
    // A shop that does not open is told of by every scene that should have been in it.
    opening.catch(() => {})
    for (const scene of story) {
      const work = opening.then((bench) => lookAtScene(scene, bench))
      await told(scene).tell(within(LONGEST_SCENE_MS, { name: scene.name, work }))
    }
    await (await opening).close()
  }
  // The longest first, so that no lane begins one when the others are done.
  const longestFirst = [...stories].sort((one, other) => other.length - one.length)
  return {
    lookOf: (scene) => told(scene).outcome,
    ended: inLanes(
      lanes,
      longestFirst.map((story) => () => tellStory(story)),
    ),
  }
}

async function lookAtScene(
  scene: Scene,
  bench: Awaited<ReturnType<KeptShop['openCopy']>>,
): Promise<Look> {
  const startedAt = performance.now()
  const barriers: string[] = []
  const shot = await shoot(scene, await arrive(scene, bench), async (page, scheme) => {
    const found = await (scheme === 'light' ? barriersOn(page) : faintTextOn(page))
    barriers.push(...found.map((barrier) => `${scheme}: ${barrier}`))
  })
  return { shot, barriers, ms: performance.now() - startedAt }
}
