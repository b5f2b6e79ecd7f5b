import { REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { itemText } from '../../parts/list-words'
import { LongText } from '../../parts/long-text'
import { Page } from '../../parts/page'
import { pickedWords, pickPicture } from '../../parts/pick-picture'
import { Refused } from '../../parts/refused'
import { Stepper } from '../../parts/stepper'
import { StoredPicture } from '../../parts/stored-picture'
import { goBack } from '../../routes'
import {
  type DamageForm,
  damageWish,
  emptyDamage,
  fetchedLines,
  missingInDamage,
} from '../damage-form'
import { beginList, listStore, loadList, type MyEntry } from '../list.store'
import { stepOf } from '../order-form'
import { damageStore } from '../pickups.store'
import './index.scss'

/** 坏果包赔: what was bad, how much of it, and a picture. `?listId=` */
export default function DamagePage(): ReactNode {
  const { listId = '' } = useRouter().params
  const { head, loading, trouble } = useStore(listStore)
  const answer = useStore(damageStore, (state) => state.answer)
  useLoad(() => {
    beginList(listId)
    if (listStore.getState().head === null) loadList()
  })
  useUnload(() => damageStore.getState().close())
  const mine = head?.mine ?? null
  const lines = mine ? fetchedLines(mine) : []
  return (
    <Page className="damage-page">
      <PageState
        shown={{ data: head, loading, trouble }}
        skeleton={<Bones shape="row" count={4} />}
        onRetry={loadList}
      >
        {() =>
          answer ? (
            <Reported {...answer} />
          ) : mine && lines.length > 0 ? (
            <Form mine={mine} lines={lines} />
          ) : (
            <Notice
              icon="pickup"
              title="还没有取过"
              text="取到手 24 小时内，坏了的可以拍照申请包赔"
            />
          )
        }
      </PageState>
    </Page>
  )
}

interface FormProps {
  mine: MyEntry
  lines: readonly MyEntry['lines'][number][]
}

function Form({ mine, lines }: FormProps): ReactNode {
  const [form, setForm] = useState(() => emptyDamage(lines))
  const { sending, refused } = useStore(damageStore)
  const line = lines.find(({ itemId }) => itemId === form.itemId)
  const missing = missingInDamage(form)
  const set = (part: Partial<DamageForm>) => setForm({ ...form, ...part })
  const send = () => {
    damageStore.getState().open(damageWish(mine.entryId, form))
    damageStore.getState().send()
  }
  return (
    <>
      <View className="card">
        <View className="card-title">哪一样坏了</View>
        <Chips
          name="damage-item"
          label="哪一样坏了"
          chips={lines.map((each) => ({ value: each.itemId, label: itemText(each) }))}
          chosen={[form.itemId]}
          onTap={(itemId) => set({ itemId })}
        />
        {line && (
          <View className="damage-count">
            <View className="soft">坏了多少</View>
            <Stepper
              label={itemText(line)}
              name="damage"
              value={form.quantity}
              step={stepOf(line)}
              most={line.collectedQuantity}
              unit={line.unit === 'jin' ? '斤' : '份'}
              onChange={(quantity) => set({ quantity: Math.max(stepOf(line), quantity) })}
            />
          </View>
        )}
      </View>
      <PicturePart picture={form.picture} onChange={(picture) => set({ picture })} />
      <LongText
        name="damage-words"
        label="说明"
        value={form.words}
        placeholder="说明（可不填），例如：底下三颗压坏了"
        maxLength={REASON_MAX_LENGTH}
        onChange={(words) => set({ words })}
      />
      <Refused className="damage-refused" message={refused?.message} />
      <BigButton className="damage-send" busy={sending} disabled={missing !== null} onTap={send}>
        {missing ?? '提交'}
      </BigButton>
      <View className="damage-note soft">取到手 24 小时内可以申请；看过照片就答复您</View>
    </>
  )
}

interface PicturePartProps {
  picture: string | null
  onChange(picture: string): void
}

function PicturePart({ picture, onChange }: PicturePartProps): ReactNode {
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const pick = async () => {
    setBusy(true)
    const picked = await pickPicture('damages')
    setBusy(false)
    if (picked.kind === 'stored') onChange(picked.file)
    const failed = picked.kind === 'large' || picked.kind === 'lost'
    setTrouble(failed ? pickedWords[picked.kind] : null)
  }
  return (
    <View className="card">
      <View className="card-title">照片</View>
      {picture !== null && <StoredPicture file={picture} label="坏果的照片" shape="wide" />}
      <Refused className="damage-picture-refused" message={trouble} />
      <BigButton className="damage-pick" tone="quiet" busy={busy} onTap={pick}>
        {picture === null ? '拍照或选一张' : '换一张'}
      </BigButton>
    </View>
  )
}

interface ReportedProps {
  amountFen: number
  needsManager: boolean
}

function Reported({ amountFen, needsManager }: ReportedProps): ReactNode {
  const who = needsManager ? '店长' : '团长'
  return (
    <Notice
      icon="check"
      title="已经提交"
      text={`对应 ¥${yuanText(amountFen)}，${who}看过照片就答复您，会在消息里告诉您`}
    >
      <BigButton className="damage-done" tone="quiet" onTap={() => goBack()}>
        回到接龙
      </BigButton>
    </Notice>
  )
}
