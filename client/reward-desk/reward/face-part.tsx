import { REWARD_TITLE_MAX_LENGTH, REWARD_WORDS_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { LongText } from '../../parts/long-text'
import { pickedWords, pickPicture } from '../../parts/pick-picture'
import { Refused } from '../../parts/refused'
import { RewardPicture } from '../../parts/reward-picture'
import { TypedLine } from '../../parts/typed-line'
import type { FormPartProps } from './form-part'

/** What members see first: a photo, a name, a few words. */
export function FacePart({ form, problems, onChange }: FormPartProps): ReactNode {
  return (
    <View className="card">
      <Photo picture={form.picture} onChange={(picture) => onChange({ picture })} />
      <TypedLine
        name="reward-title"
        label="名称"
        value={form.title}
        placeholder="例如：手冲咖啡一杯"
        maxLength={REWARD_TITLE_MAX_LENGTH}
        problem={problems.title}
        onChange={(title) => onChange({ title })}
      />
      <LongText
        name="reward-words"
        label="介绍"
        value={form.description}
        placeholder="分量、口味、怎么领（可不填）"
        maxLength={REWARD_WORDS_MAX_LENGTH}
        onChange={(description) => onChange({ description })}
      />
    </View>
  )
}

interface PhotoProps {
  picture: string
  onChange(picture: string): void
}

function Photo({ picture, onChange }: PhotoProps): ReactNode {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = async () => {
    if (busy) return
    setBusy(true)
    const picked = await pickPicture('rewards')
    setBusy(false)
    if (picked.kind === 'stored') onChange(picked.file)
    const failed = picked.kind === 'large' || picked.kind === 'lost'
    setTrouble(failed ? pickedWords[picked.kind] : null)
  }
  const label = picture === '' ? '添加照片' : '换一张照片'
  return (
    <>
      <View
        className="reward-photo"
        role="button"
        aria-label={label}
        aria-disabled={busy}
        hoverClass="touched"
        onClick={choose}
      >
        <RewardPicture picture={picture} size="large" />
        <View className="reward-photo-label">{busy ? '正在上传' : label}</View>
      </View>
      <Refused className="reward-photo-refused" message={trouble} />
    </>
  )
}
