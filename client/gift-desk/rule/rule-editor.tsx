import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { refusedText } from '../../parts/refused-text'
import { replaceWith, routes } from '../../routes'
import { loadRules, type RuleRow, saveStore } from '../gift-rules.store'
import { fieldOf, type Problems, type RuleForm, readForm } from '../rule-form'
import { draftText, stateOf } from '../rule-words'
import { sceneRowOf } from '../scene-table'
import { GiftPart, HandOverPart } from './gift-part'
import { PublishSheet } from './publish-sheet'
import { WhenPart } from './when-part'
import { LimitsPart, WhoPart } from './who-part'

interface RuleEditorProps {
  first: RuleForm
  /** Absent for a new one. */
  row?: RuleRow
  todayOn: string
}

/** All of a rule on one page; what will not do says so under its field, once she asks. */
export function RuleEditor({ first, row, todayOn }: RuleEditorProps): ReactNode {
  const [form, setForm] = useState(first)
  const [isAsked, setAsked] = useState(false)
  const [isPublishing, setPublishing] = useState(false)
  const { sending, refused } = useStore(saveStore)
  const { wish, problems } = readForm(form)
  const isSame = row !== undefined && JSON.stringify(form) === JSON.stringify(first)
  const shown = isAsked ? { ...refusedProblem(refused), ...problems } : {}
  const part = {
    ...{ form, problems: shown },
    onChange: (changed: Partial<RuleForm>) => {
      // What was refused is not what stands there now.
      saveStore.getState().close()
      setForm({ ...form, ...changed })
    },
  }
  const save = async () => {
    setAsked(true)
    if (!wish) return
    saveStore.getState().open({ ...wish, ...(row ? { ruleId: row.ruleId } : {}) })
    await saveStore.getState().send()
    const { answer } = saveStore.getState()
    if (!answer) return
    await loadRules()
    if (!row) replaceWith(routes.giftRule, { ruleId: answer.ruleId })
  }
  const wrongCount = Object.keys(shown).length
  return (
    <>
      <Head form={form} {...(row ? { row } : {})} />
      <WhenPart {...part} todayOn={todayOn} />
      <GiftPart {...part} />
      <HandOverPart {...part} />
      <WhoPart {...part} />
      <LimitsPart {...part} {...(row ? { row } : {})} />
      {wrongCount > 0 && (
        <View className="form-wrong" role="alert">
          有 {wrongCount} 处还没填好，请看红字
        </View>
      )}
      {isSame && row?.draft ? (
        <BigButton className="gift-publish" onTap={() => setPublishing(true)}>
          发布第 {row.draft.version} 版
        </BigButton>
      ) : (
        <BigButton className="gift-save" busy={sending} disabled={isSame} onTap={save}>
          {isSame ? '没有改动' : '存为草稿'}
        </BigButton>
      )}
      {row && isPublishing && <PublishSheet row={row} onClose={() => setPublishing(false)} />}
    </>
  )
}

function Head({ form, row }: { form: RuleForm; row?: RuleRow }): ReactNode {
  const draft = row && draftText(row)
  const version = row?.published ? `第 ${row.published.version} 版` : null
  const state = row && [stateOf(row).text, ...(version ? [version] : [])].join(' · ')
  return (
    <View className="gift-head">
      <View className="gift-head-scene">{sceneRowOf(form.scene).label}</View>
      <View className="soft figures gift-head-note">{state ?? '新规则，存成草稿后再发布'}</View>
      {draft && <View className="soft gift-head-note gift-head-draft">{draft}</View>}
    </View>
  )
}

type Refused = ReturnType<typeof saveStore.getState>['refused']

/** The server's "no" stands under the field that it names. */
function refusedProblem(refused: Refused): Problems {
  const field = refused && fieldOf(refused.detail.field)
  return field ? { [field]: refusedText(refused) } : {}
}
