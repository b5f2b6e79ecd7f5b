import * as v from 'valibot'
import type { TemplateFields } from '../coupons/template'
import type { TemplateSample } from '../purchases/template-samples'
import { templateFields } from './coupon-fields'
import { endpoint } from './endpoint'
import { cursor, documentId, seenNumber } from './fields'

/** What a template says, by the fields that it is written with, and what they come to. */
export type TemplateView = TemplateFields & {
  /** Of a draft: the version that it will be. */
  version: number
  face: string
  sentence: string
  limitWords: string[]
}

export interface TemplateRow {
  templateId: string
  /** The newest version that coupons are made from; null before the first. */
  published: TemplateView | null
  /** What somebody is about to change; null: nothing. */
  draft: (TemplateView & { savedAt: number; savedByName: string }) | null
  /** Counts every change of the draft: who names the one she saw overwrites no other's. */
  revision: number
}

export interface TemplateList {
  serverNow: number
  templates: TemplateRow[]
  nextCursor: string | null
}

export interface TemplateVersion {
  templateId: string
  version: number
}

export interface TemplatePreview {
  face: string
  sentence: string
  limitWords: string[]
  samples: TemplateSample[]
}

const onManagersDesk = { role: 'manager', identity: 'staff' } as const
const named = v.object({ templateId: documentId })
const seenRevision = v.optional(seenNumber)
const written = templateFields({})

/** What coupons are made from, and how a manager changes it. */
export const couponTemplates = {
  templates: endpoint<TemplateList>()({
    ...onManagersDesk,
    mutates: false,
    input: v.object({ cursor: v.optional(cursor) }),
  }),
  /** A draft, of a new template where none is named; no coupon is made from it yet. */
  saveTemplate: endpoint<TemplateVersion & { revision: number }>()({
    ...onManagersDesk,
    mutates: true,
    input: templateFields({ templateId: v.optional(documentId), seenRevision }),
  }),
  /** What fields would do, or a template's draft, or what is published of it. */
  previewTemplate: endpoint<TemplatePreview>()({
    ...onManagersDesk,
    mutates: false,
    input: v.lazy((input): typeof written | typeof named => {
      const isNamed = Object.hasOwn(Object(input), 'templateId')
      return isNamed && !Object.hasOwn(Object(input), 'kind') ? named : written
    }),
  }),
  /** The draft becomes the next version; coupons that were issued keep theirs. */
  publishTemplate: endpoint<TemplateVersion>()({
    ...onManagersDesk,
    mutates: true,
    input: v.object({ templateId: documentId, seenRevision }),
  }),
}
