import { serve } from '../runtime/serve'
import { listRuleVersions } from './list-rule-versions'
import { listRules } from './list-rules'
import { previewRule } from './preview-rule'
import { publishRule } from './publish-rule'
import { saveRuleDraft } from './save-rule-draft'

export const main = serve('rules', {
  rules: listRules,
  ruleVersions: listRuleVersions,
  saveRuleDraft,
  previewRule,
  publishRule,
})
