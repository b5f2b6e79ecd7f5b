import * as v from 'valibot'
import type { RuleSample, SampleEffect } from '../purchases/rule-samples'
import type { RuleFigures } from '../rules/figure-field'
import type { RuleDifference } from '../rules/rule-draft'
import type { RuleId } from '../rules/shop-rules'
import { endpoint } from './endpoint'
import { cursor, nothing, ruleFigures, ruleId, seenNumber } from './fields'

/** One rule: what is in force, and what somebody is about to change. */
export interface RuleState {
  ruleId: RuleId
  version: number
  figures: RuleFigures
  /** From when it is in force, where that is not at once. */
  takesEffect: string | null
  /** Null for what the shop began with. */
  publishedAt: number | null
  publishedByName: string | null
  draft: { figures: RuleFigures; savedAt: number; savedByName: string } | null
  /** Counts every change of the draft: whoever changes it names the one she saw. */
  revision: number
}

export interface RuleList {
  serverNow: number
  rules: RuleState[]
}

export interface RuleVersionRow {
  version: number
  figures: RuleFigures
  publishedAt: number | null
  publishedByName: string | null
}

export interface RuleVersionList {
  serverNow: number
  versions: RuleVersionRow[]
  nextCursor: string | null
}

/** What a draft would change: figure by figure, and on three sample purchases. */
export interface RulePreview {
  /** From when it would be in force, where that is not at once. */
  takesEffect: string | null
  differences: RuleDifference[]
  samples: (RuleSample & { before: SampleEffect; after: SampleEffect })[]
}

/** What the shop's rules are, and how a manager changes them. */
export const rules = {
  /** The rules in force, each with its draft. */
  rules: endpoint<RuleList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: nothing,
  }),
  /** All versions of one rule, the newest first. */
  ruleVersions: endpoint<RuleVersionList>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ ruleId, cursor: v.optional(cursor) }),
  }),
  /** One draft a rule; the figures in force again give it up. */
  saveRuleDraft: endpoint<RuleState>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ ruleId, figures: ruleFigures, seenRevision: seenNumber }),
  }),
  previewRule: endpoint<RulePreview>()({
    role: 'manager',
    identity: 'staff',
    mutates: false,
    input: v.object({ ruleId, figures: ruleFigures }),
  }),
  /** Puts the draft in force that she saw, on top of the version that she saw. */
  publishRule: endpoint<RuleState>()({
    role: 'manager',
    identity: 'staff',
    mutates: true,
    input: v.object({ ruleId, seenVersion: seenNumber, seenRevision: seenNumber }),
  }),
}
