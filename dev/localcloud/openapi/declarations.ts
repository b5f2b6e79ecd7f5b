import type { Store } from '../engine/store'

/** A template of messages as it was chosen in the console. */
export interface TemplateDeclaration {
  readonly title?: string
  /** The names of its fields, such as `thing1`: the letters are the kind of each. */
  readonly keywords: readonly string[]
}

/** What on the platform only the console knows. */
export interface Declarations {
  readonly templates: Readonly<Record<string, TemplateDeclaration>>
  /** The pages of the published mini-program; while absent, no page is refused. */
  readonly pages?: readonly string[]
  /** Phone numbers that may be asked for: the platform's 1,000 trials unless more were bought. */
  readonly phoneNumbersCount: number
  /** Which function hears of an event that WeChat pushes, such as `wxa_media_check`. */
  readonly pushes: Readonly<Record<string, string>>
}

export interface DeclarationBook {
  read(): Declarations
  /** Adds templates and pushes, replaces the rest; resolves when it is safe on the disk. */
  declare(wish: Partial<Declarations>): Promise<void>
}

const factName = 'openapi:declared'
const trialPhoneNumbers = 1000

export function openDeclarations(store: Store): DeclarationBook {
  const text = store.readFact(factName)
  const nothing: Declarations = {
    templates: {},
    phoneNumbersCount: trialPhoneNumbers,
    pushes: {},
  }
  // Parse edge: only this file writes this fact; an older one knew less.
  const kept = text === undefined ? {} : (JSON.parse(text) as Partial<Declarations>)
  let declared: Declarations = { ...nothing, ...kept }
  return {
    read: () => declared,
    declare(wish) {
      const templates = { ...declared.templates, ...wish.templates }
      const pushes = { ...declared.pushes, ...wish.pushes }
      declared = { ...declared, ...wish, templates, pushes }
      return store.writeFact(factName, JSON.stringify(declared))
    },
  }
}

/** A wish as a program posts it, or why it is none. */
export function readDeclarations(wish: unknown): Partial<Declarations> | string {
  if (!isObject(wish)) return 'the body is {templates?, pages?, phoneNumbersCount?, pushes?}'
  const { templates, pages, phoneNumbersCount, pushes, ...rest } = wish
  if (Object.keys(rest).length > 0) return `"${Object.keys(rest)[0]}" is nothing to declare`
  const read: { -readonly [Key in keyof Declarations]?: Declarations[Key] } = {}
  if (pages !== undefined) {
    if (!isTexts(pages)) return '"pages" is a list of paths'
    read.pages = pages
  }
  if (phoneNumbersCount !== undefined) {
    const count = Number(phoneNumbersCount)
    if (!Number.isSafeInteger(count) || count < 0) return '"phoneNumbersCount" is a whole number'
    read.phoneNumbersCount = count
  }
  if (pushes !== undefined) {
    const isRead = isObject(pushes) && isTexts(Object.values(pushes))
    if (!isRead) return '"pushes" is {[event]: the name of a function}'
    read.pushes = Object.fromEntries(Object.entries(pushes).map(([e, name]) => [e, String(name)]))
  }
  if (templates !== undefined) {
    if (!isObject(templates)) return '"templates" is {[id]: {title?, keywords}}'
    const entries = Object.entries(templates).map(([id, one]) => [id, readTemplate(one)] as const)
    const wrong = entries.find(([, template]) => template === undefined)
    if (wrong !== undefined) return `the template "${wrong[0]}" is {title?, keywords: [...]}`
    read.templates = Object.fromEntries(
      entries.flatMap(([id, template]) => (template ? [[id, template]] : [])),
    )
  }
  return read
}

function readTemplate(template: unknown): TemplateDeclaration | undefined {
  if (!isObject(template) || !isTexts(template.keywords)) return undefined
  const { title, keywords } = template
  return typeof title === 'string' ? { title, keywords } : { keywords }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
