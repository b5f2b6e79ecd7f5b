import { View } from '@tarojs/components'
import { useDidHide, useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Refused } from '../../parts/refused'
import { open, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { useServerNow } from '../../session/use-server-now'
import { beginDraft, draftStore, openDraft, type Saved, saveDraft } from '../draft.store'
import { termsStore } from '../owned.store'
import { missingIn, type PlanForm } from '../plan-form'
import { BasicsPart } from './basics-part'
import { CommunityPart } from './community-part'
import { GoodsPart } from './goods-part'
import './index.scss'
import { PointsPart } from './points-part'
import { RulesPart } from './rules-part'
import { TimePart } from './time-part'

const MINUTE_MS = 60_000

/** A list while it is written: it saves itself. `?listId=` goes on with a draft. */
export default function ListEditPage(): ReactNode {
  const { listId } = useRouter().params
  const { form, trouble } = useStore(draftStore)
  const terms = useStore(termsStore)
  const stores = terms.data?.stores
  useLoad(() => {
    termsStore.getState().load({})
    draftStore.setState(draftStore.getInitialState())
    if (listId) openDraft(listId)
  })
  useEffect(() => {
    if (!listId && stores && draftStore.getState().form === null) beginDraft(stores)
  }, [listId, stores])
  useDidHide(() => {
    saveDraft()
  })
  useUnload(() => {
    saveDraft()
  })
  const reload = () => (listId ? openDraft(listId) : termsStore.getState().load({}))
  return (
    <ForCommunityDesk className="list-edit">
      {() => (
        <PageState
          shown={{ data: form, loading: false, trouble: trouble ?? terms.trouble }}
          skeleton={<Bones shape="row" count={6} />}
          onRetry={reload}
        >
          {(typed) => <Form form={typed} stores={stores ?? []} />}
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

interface FormProps {
  form: PlanForm
  stores: readonly { storeId: string; name: string }[]
}

function Form({ form, stores }: FormProps): ReactNode {
  const now = useServerNow(MINUTE_MS)
  const problem = useStore(draftStore, (state) => state.problem)
  const missing = missingIn(form, now)
  const look = async () => {
    await saveDraft()
    const { listId, saved } = draftStore.getState()
    if (listId !== null && saved === 'saved') open(routes.listPreview, { listId })
  }
  return (
    <>
      <SavedTag />
      <BasicsPart form={form} />
      <GoodsPart items={form.items} />
      <TimePart form={form} now={now} />
      <PointsPart points={form.points} stores={stores} />
      <RulesPart form={form} />
      <CommunityPart form={form} />
      <Refused className="edit-refused" message={problem} />
      <BigButton className="edit-look" disabled={missing !== null} onTap={look}>
        {missing ?? '预览并发布'}
      </BigButton>
    </>
  )
}

const savedWords: Readonly<Record<Saved, string>> = {
  untouched: '写了会自动保存',
  changed: '正在保存…',
  saving: '正在保存…',
  saved: '草稿已保存',
  phone: '先存在手机上，填完整了就存成草稿',
  failed: '还没有存上',
}

function SavedTag(): ReactNode {
  const saved = useStore(draftStore, (state) => state.saved)
  return <View className={`saved-tag saved-tag-${saved} soft`}>{savedWords[saved]}</View>
}
