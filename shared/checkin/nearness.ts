/** How near a member is to a store, as far as both places are known. */

/** Degrees, in the coordinates that the platform's maps use (GCJ-02). */
export interface Place {
  readonly latitude: number
  readonly longitude: number
}

export type Nearness = 'near' | 'far' | 'unknown'

export const NEAR_METRES = 300
const EARTH_METRES = 6_371_000

/** `unknown` where the shop does not know the store's place, or she does not tell hers. */
export function nearnessOf(store: Place | null | undefined, her: Place | undefined): Nearness {
  if (!store || !her) return 'unknown'
  return metresBetween(store, her) <= NEAR_METRES ? 'near' : 'far'
}

/** Along the ground, by the haversine formula. */
export function metresBetween(one: Place, other: Place): number {
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const shrunk = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  const chord = Math.sin(north / 2) ** 2 + shrunk * Math.sin(east / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
