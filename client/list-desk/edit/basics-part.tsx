import { LIST_TITLE_MAX_LENGTH, LIST_WORDS_MAX_LENGTH, MAX_LIST_PICTURES } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Field } from '../../parts/field'
import { LongText } from '../../parts/long-text'
import { pickedWords, pickPicture } from '../../parts/pick-picture'
import { Refused } from '../../parts/refused'
import { StoredPicture } from '../../parts/stored-picture'
import { draftStore, type } from '../draft.store'
import type { PlanForm } from '../plan-form'

/** What it is called, what its owner says of it, and how it looks. */
export function BasicsPart({ form }: { form: PlanForm }): ReactNode {
  return (
    <View className="card">
      <Field
        name="list-title-field"
        label="标题"
        value={form.title}
        placeholder="例如：周六草莓当天到"
        maxLength={LIST_TITLE_MAX_LENGTH}
        onChange={(title) => type({ title })}
      />
      <LongText
        name="list-words-field"
        label="介绍"
        value={form.words}
        placeholder="想对邻居说的（可不填）"
        maxLength={LIST_WORDS_MAX_LENGTH}
        onChange={(words) => type({ words })}
      />
      <Pictures pictures={form.pictures} />
    </View>
  )
}

function Pictures({ pictures }: Pick<PlanForm, 'pictures'>): ReactNode {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const add = async () => {
    if (busy) return
    setBusy(true)
    const picked = await pickPicture('lists')
    setBusy(false)
    if (picked.kind === 'stored') {
      const there = draftStore.getState().form?.pictures ?? []
      type({ pictures: [...there, picked.file] })
    }
    const failed = picked.kind === 'large' || picked.kind === 'lost'
    setTrouble(failed ? pickedWords[picked.kind] : null)
  }
  return (
    <>
      <View className="edit-pictures">
        {pictures.map((file) => (
          <View key={file} className="edit-picture">
            <StoredPicture file={file} label="接龙的图片" shape="square" />
            <View
              className="edit-picture-off"
              role="button"
              aria-label="去掉这张图"
              hoverClass="touched"
              onClick={() => type({ pictures: pictures.filter((each) => each !== file) })}
            >
              ×
            </View>
          </View>
        ))}
        {pictures.length < MAX_LIST_PICTURES && (
          <View
            className="edit-picture-add"
            role="button"
            aria-disabled={busy}
            hoverClass="touched"
            onClick={add}
          >
            {busy ? '正在上传' : '加图片'}
          </View>
        )}
      </View>
      <Refused className="edit-picture-refused" message={trouble} />
    </>
  )
}
