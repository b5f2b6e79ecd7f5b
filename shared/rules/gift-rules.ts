/** Every scene of a new shop is a rule, by its kind: its id, its figures, and what they change. */
import { type GiftScene, newScenes, type SceneId } from '../gifts/scene'

interface Scenes {
  readonly giftScenes: readonly GiftScene[]
}

export type GiftRuleId = `gift-${SceneId}`

/** The figures of a scene that a manager may change. */
export interface GiftFigures {
  readonly points: number
  readonly claimDays: number
}

export const giftRuleIds: readonly GiftRuleId[] = newScenes.map(({ sceneId }) => ruleIdOf(sceneId))

export function ruleIdOf<S extends SceneId>(sceneId: S): `gift-${S}` {
  return `gift-${sceneId}`
}

/** One value for the rule of each scene, e.g. its title. */
export function perGift<T>(make: (sceneId: SceneId) => T): Readonly<Record<GiftRuleId, T>> {
  return { 'gift-welcome': make('welcome'), 'gift-anniversary': make('anniversary') }
}

/** What the scene is called on the manager's page. */
export function giftTitleOf(sceneId: SceneId): string {
  return newScenes.find((scene) => scene.sceneId === sceneId)?.title ?? sceneId
}

/** The figures in force; of a scene that the shop has not, as if nothing were given. */
export function giftFiguresOf({ giftScenes }: Scenes, sceneId: SceneId): GiftFigures {
  const scene = giftScenes.find((each) => each.sceneId === sceneId)
  return { points: scene?.points ?? 0, claimDays: scene?.claimDays ?? 1 }
}

/** The shop's scenes with a new version of one; what it has beside its figures stays. */
export function withGift(
  { giftScenes }: Scenes,
  sceneId: SceneId,
  changed: GiftFigures & { readonly version: number },
): Scenes {
  return {
    giftScenes: giftScenes.map((scene) =>
      scene.sceneId === sceneId ? { ...scene, ...changed } : scene,
    ),
  }
}
