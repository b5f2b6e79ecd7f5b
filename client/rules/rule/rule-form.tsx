import { differencesBetween } from '@shared/rules/rule-draft'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { open, routes } from '../../routes'
import { askedFields, readForm, typedFrom } from '../figure-typing'
import { draftStore, type RuleState, saveDraft } from '../rules.store'
import { RuleField } from './rule-field'

/** The draft, figure by figure; what will not do says so under its field. */
export function RuleForm({ rule }: { rule: RuleState }): ReactNode {
  const { ruleId, draft } = rule
  const sending = useStore(draftStore, (submission) => submission.sending)
  const [typed, setTyped] = useState(() => typedFrom(ruleId, (draft ?? rule).figures))
  const { figures, problems } = readForm(ruleId, typed)
  const isSound = figures !== null && Object.keys(problems).length === 0
  const isChanged = isSound && differencesBetween(ruleId, rule.figures, figures).length > 0
  const preview = async () => {
    if (!figures) return
    const isSaved =
      draft !== null && differencesBetween(ruleId, draft.figures, figures).length === 0
    if (isSaved || (await saveDraft(rule, figures))) {
      open(routes.rulePreview, { ruleId })
    }
  }
  return (
    <>
      <View className="card rule-form">
        {askedFields(ruleId, typed).map((field) => (
          <RuleField
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            problem={problems[field.name] ?? null}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
      </View>
      <BigButton className="rule-preview" busy={sending} disabled={!isChanged} onTap={preview}>
        {isSound && !isChanged ? '没有改动' : '保存草稿，看看效果'}
      </BigButton>
      {draft && (
        <View
          className="rule-give-up"
          role="button"
          hoverClass="touched"
          onClick={() => saveDraft(rule, rule.figures)}
        >
          放弃草稿
        </View>
      )}
    </>
  )
}
