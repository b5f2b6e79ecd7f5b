import { notSupported, queryFailed } from '../platform-error'

/** Escapes of JavaScript that PCRE has no meaning for; the sentence is PCRE's own. */
const unknownToPcre = /(?<!\\)(?:\\\\)*\\[uUlLN]/

/** What PCRE understands and JavaScript silently reads as something else. */
const unknownHere = /(?<!\\)(?:\\\\)*\\[AZzQEGKXRhHpPx]|\[\[:|\(\?#/

/**
 * A regular expression of the platform, where they are PCRE's, as one of JavaScript's. What the
 * two read differently is refused: a pattern that works here must work there. `/[\u4e00-\u9fa5]/`
 * is such a one, for a literal arrives with its escapes.
 */
export function compilePattern(source: string, options: string): RegExp {
  const unknown = [...options].find((flag) => !'imsu'.includes(flag))
  if (unknown === 'x') throw notSupported('the option x of a regular expression')
  if (unknown !== undefined) throw queryFailed(`invalid flag in regex options: ${unknown}`)
  if (unknownToPcre.test(source)) {
    const reason = 'PCRE does not support \\L, \\l, \\N{name}, \\U, or \\u'
    throw queryFailed(`Regular expression is invalid: ${reason}`)
  }
  if (unknownHere.test(source)) throw notSupported(`the regular expression ${source}`)
  try {
    return new RegExp(source, [...new Set(options)].join(''))
  } catch {
    throw queryFailed(`Regular expression is invalid: ${source}`)
  }
}
