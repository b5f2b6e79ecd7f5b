import { NOTICE_MAX_LENGTH, SHOP_NAME_MAX_LENGTH, SLOGAN_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { TypedLine } from '../../parts/typed-line'
import { factsFormOf, factsOf, factsProblems, isSameFacts } from '../facts-form'
import { loadShop, type ShopFacts, saveShop, saveStore } from '../shop.store'
import { NoticePart } from './notice-part'

/** The shop's own words, to be written by its owner. */
export function FactsEditor({ facts }: { facts: ShopFacts }): ReactNode {
  const [form, setForm] = useState(() => factsFormOf(facts, facts.todayOn))
  const { sending, refused, close } = useStore(saveStore)
  const problems = factsProblems(form)
  const isSame = isSameFacts(form, facts)
  const isReady = !isSame && Object.keys(problems).length === 0
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const lookAgain = () => {
    close()
    loadShop()
  }
  return (
    <>
      <HeldNote facts={facts} />
      <View className="card">
        <TypedLine
          name="shop-name"
          label="店名"
          value={form.name}
          placeholder="会员在首页看到的名字"
          maxLength={SHOP_NAME_MAX_LENGTH}
          onChange={(name) => change({ name })}
          problem={problems.name}
        />
        <Field
          name="shop-slogan"
          label="一句话介绍"
          value={form.slogan}
          placeholder="例如：清早的菜，午后的咖啡"
          maxLength={SLOGAN_MAX_LENGTH}
          onChange={(slogan) => change({ slogan })}
        />
      </View>
      <NoticePart form={form} problems={problems} maxLength={NOTICE_MAX_LENGTH} onChange={change} />
      <BigButton
        className="facts-save"
        busy={sending}
        disabled={!isReady}
        onTap={() => saveShop(facts, { facts: factsOf(form) })}
      >
        {isSame ? '没有改动' : '保存'}
      </BigButton>
      <View className="soft facts-note">保存后一分钟内，会员打开小程序就能看到</View>
      <RefusalSheet
        title="还没有保存"
        message={refused ? refusedText(refused) : null}
        {...(refused?.code === 'SHOP_CHANGED'
          ? { step: { label: '看最新内容', onTap: lookAgain } }
          : {})}
        onClose={close}
      />
    </>
  )
}

const heldWords: Readonly<Record<string, string>> = {
  name: '店名',
  slogan: '一句话介绍',
  notice: '公告',
}

/** What was written and is not shown yet. */
function HeldNote({ facts: { heldFields } }: { facts: ShopFacts }): ReactNode {
  const own = heldFields.filter(({ storeId }) => storeId === null)
  if (own.length === 0) return null
  const words = own.map(({ field }) => heldWords[field] ?? '').join('、')
  return (
    <View className="facts-held">
      {words}的改动在等人工审核，通过后才会显示；现在显示的还是原来的
    </View>
  )
}
