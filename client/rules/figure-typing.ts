import { readMoney } from '@shared/reading/money'
import { faultSentences } from '@shared/reading/reading'
import { readWhole } from '@shared/reading/whole'
import type { Figure, FigureField, RuleFigures } from '@shared/rules/figure-field'
import { completeFigures, problemsIn, type RuleProblems } from '@shared/rules/rule-draft'
import { ruleFields } from '@shared/rules/rule-fields'
import type { RuleId } from '@shared/rules/shop-rules'
import { fenOf, typedOf } from '../parts/amount'

export type Typed = Readonly<Record<string, string>>

export interface ReadForm {
  /** Null while something is no figure at all. */
  readonly figures: RuleFigures | null
  /** The sentence under each field that will not do. */
  readonly problems: RuleProblems
}

/** The figures of a rule as they would have been typed. */
export function typedFrom(ruleId: RuleId, figures: RuleFigures): Typed {
  const pairs = ruleFields[ruleId].map((field) => [
    field.name,
    textOf(field, figures[field.name] ?? null),
  ])
  return Object.fromEntries(pairs)
}

/** The fields that are asked for, as far as what was typed lets them matter. */
export function askedFields(ruleId: RuleId, typed: Typed): readonly FigureField[] {
  const fields = ruleFields[ruleId]
  const isAsked = ({ onlyWith }: FigureField): boolean => {
    if (!onlyWith) return true
    const asked = fields.find(({ name }) => name === onlyWith.name)
    return (
      asked !== undefined &&
      isAsked(asked) &&
      onlyWith.figures.includes(Number(typed[onlyWith.name]))
    )
  }
  return fields.filter(isAsked)
}

/** Reads the whole form, with the same questions that the server will ask. */
export function readForm(ruleId: RuleId, typed: Typed): ReadForm {
  const figures: Record<string, Figure> = {}
  const problems: Record<string, string> = {}
  for (const field of ruleFields[ruleId]) {
    const figure = figureIn(field, typed[field.name] ?? '')
    if (figure === undefined) problems[field.name] = askFor(field, typed[field.name] ?? '')
    else figures[field.name] = figure
  }
  if (Object.keys(problems).length > 0) {
    // What cannot be read hides nothing of what can.
    return { figures: null, problems: { ...problemsIn(ruleId, figures), ...problems } }
  }
  const complete = completeFigures(ruleId, figures)
  return { figures: complete, problems: complete ? problemsIn(ruleId, complete) : {} }
}

function textOf({ unit }: FigureField, figure: Figure): string {
  if (figure === null) return ''
  if (typeof figure !== 'number') return figure.join('、')
  return unit === 'fen' ? typedOf(figure) : String(figure)
}

const MOST_FIGURE = 99_999_999
const MOST_DAY = 99

/** Undefined: what was typed is no figure. */
function figureIn({ unit, mayBeNone }: FigureField, typed: string): Figure | undefined {
  const text = typed.trim()
  if (unit === 'daysOfMonth') return daysIn(text)
  if (text === '') return mayBeNone ? null : undefined
  if (unit === 'fen') return fenOf(text) ?? undefined
  const read = readWhole(text, { most: MOST_FIGURE })
  return read.ok ? read.value : undefined
}

function daysIn(text: string): number[] | undefined {
  const parts = text.split(/[、，,\s]+/).filter((part) => part !== '')
  const days = parts.map((part) => readWhole(part, { most: MOST_DAY }))
  const read = days.flatMap((day) => (day.ok ? day.value : []))
  return read.length === days.length ? read : undefined
}

function askFor({ label, unit }: FigureField, typed: string): string {
  if (typed.trim() === '') return `请填写${label}`
  if (unit === 'daysOfMonth') return '请写成 8、18、28 这样的日子'
  const read = unit === 'fen' ? readMoney(typed) : readWhole(typed, { most: MOST_FIGURE })
  return read.ok ? '请填写整数' : faultSentences[read.fault]
}
