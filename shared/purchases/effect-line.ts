/** What a purchase or a refund does beside money and points, as staff and member read it. */
export interface EffectLine {
  readonly label: string
  readonly value: string
}
