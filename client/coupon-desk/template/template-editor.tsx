import { AMOUNT_MAX_LENGTH, SHORT_TEXT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { TypedLine } from '../../parts/typed-line'
import { open, replaceWith, routes } from '../../routes'
import { kindWordsOf } from '../kind-fields'
import { kindChips, readForm, type TemplateForm } from '../template-form'
import { loadTemplates, saveStore, type TemplateRow } from '../templates.store'
import type { FormPartProps } from './form-part'
import { LimitsPart } from './limits-part'
import { UsePart } from './use-part'
import { ValidityPart } from './validity-part'

interface TemplateEditorProps {
  first: TemplateForm
  /** Absent for a new one. */
  row?: TemplateRow
  stores: readonly { storeId: string; name: string }[]
}

/** All of a template on one page; what will not do says so under its field, once she asks. */
export function TemplateEditor({ first, row, stores }: TemplateEditorProps): ReactNode {
  const [form, setForm] = useState(first)
  const [isAsked, setAsked] = useState(false)
  const sending = useStore(saveStore, (saving) => saving.sending)
  const { wish, problems } = readForm(form)
  const part = {
    form,
    problems: isAsked ? problems : {},
    onChange: (changed: Partial<TemplateForm>) => setForm({ ...form, ...changed }),
  }
  const isSame = JSON.stringify(form) === JSON.stringify(first)
  const save = async () => {
    setAsked(true)
    if (!wish) return
    if (row?.draft && isSame) return open(routes.couponPreview, { templateId: row.templateId })
    const named = row ? { templateId: row.templateId, seenRevision: row.revision } : {}
    saveStore.getState().open({ ...wish, ...named })
    await saveStore.getState().send()
    const { answer } = saveStore.getState()
    if (!answer) return
    await loadTemplates()
    const show = row ? open : replaceWith
    show(routes.couponPreview, { templateId: answer.templateId })
  }
  const isPublished = row?.published && !row.draft && isSame
  return (
    <>
      <KindPart {...part} />
      <ValidityPart {...part} />
      <LimitsPart {...part} stores={stores} />
      <UsePart {...part} />
      {isAsked && !wish && (
        <View className="form-wrong" role="alert">
          有 {Object.keys(problems).length} 处还没填好，请看红字
        </View>
      )}
      <BigButton
        className="template-save"
        busy={sending}
        disabled={isPublished === true}
        onTap={save}
      >
        {isPublished ? '没有改动' : '存为草稿，看看效果'}
      </BigButton>
    </>
  )
}

function KindPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { kind, title, typed, threshold } = form
  const { fields, hasThreshold } = kindWordsOf(kind)
  return (
    <View className="card">
      <View className="card-title">哪种券</View>
      <Chips
        name="kind"
        label="哪种券"
        chips={kindChips}
        chosen={[kind]}
        onTap={(chosen) => onChange({ kind: chosen })}
      />
      <TypedLine
        name="template-title"
        label="名称"
        value={title}
        placeholder="会员看到的名字"
        maxLength={SHORT_TEXT_MAX_LENGTH}
        problem={problems.title}
        onChange={(words) => onChange({ title: words })}
      />
      {fields.map(({ name, label, placeholder, type, maxLength }) => (
        <TypedLine
          key={`${kind}:${name}`}
          name={`template-${name}`}
          label={label}
          value={typed[name] ?? ''}
          placeholder={placeholder}
          type={type}
          maxLength={maxLength}
          problem={problems[name]}
          onChange={(figure) => onChange({ typed: { ...typed, [name]: figure } })}
        />
      ))}
      {hasThreshold && (
        <TypedLine
          name="template-threshold"
          label="满多少元"
          value={threshold}
          placeholder="不填就是无门槛"
          type="digit"
          maxLength={AMOUNT_MAX_LENGTH}
          problem={problems.threshold}
          onChange={(amount) => onChange({ threshold: amount })}
        />
      )}
    </View>
  )
}
