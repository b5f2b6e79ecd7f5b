/** What happens with a purchase or its refund beside money and points, as staff and member read it. */
export interface EffectLine {
  readonly label: string
  readonly value: string
}
