/** A figure of a rule, and how it is typed: its name on the page, its unit, its bounds. */
/** A number, a list of numbers, or none: no cap. */
export type Figure = number | null | number[]

export type RuleFigures = Readonly<Record<string, Figure>>

export type FigureUnit =
  | 'fen'
  | 'points'
  | 'days'
  | 'months'
  | 'hours'
  | 'hourOfDay'
  | 'percent'
  | 'count'
  | 'daysOfMonth'
  | 'monthOfYear'
  | 'minutes'
  | 'merit'
  /** The place of one of `choices`. */
  | 'choice'

export interface FigureField {
  readonly name: string
  readonly label: string
  readonly unit: FigureUnit
  readonly least: number
  readonly most: number
  /** May be left empty, and then means no bound. */
  readonly mayBeNone?: true
  readonly choices?: readonly string[]
  /** Asked for only while another figure is one of these. */
  readonly onlyWith?: { readonly name: string; readonly figures: readonly number[] }
  /** What the figure does, where its name does not say it. */
  readonly hint?: string
}
