import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { countText, inGroups, sentenceText } from '../../format'
import { PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { ForManagers } from '../../session/for-managers'
import { type AccountCheck, checkStore, rebuildStore } from '../books.store'
import './index.scss'
import { RebuildSheet } from './rebuild-sheet'

/** One account beside its entries, `?memberNumber=`: what differs, and the way back. */
export default function RebuildPage(): ReactNode {
  const { memberNumber = '' } = useRouter().params
  const shown = useStore(checkStore)
  const [isOpen, setOpen] = useState(false)
  const load = () => checkStore.getState().load({ memberNumber })
  useLoad(() => {
    checkStore.setState({ data: null, trouble: null })
    load()
  })
  useUnload(() => rebuildStore.getState().close())
  return (
    <ForManagers className="rebuild-page">
      {() => (
        <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={load}>
          {(check) => (
            <>
              <Checked check={check} memberNumber={memberNumber} />
              {mayRebuild(check) && (
                <BigButton className="rebuild-open" onTap={() => setOpen(true)}>
                  {check.sentences.length === 0 ? '恢复使用' : '按流水重建账户'}
                </BigButton>
              )}
              <BigButton className="rebuild-again" tone="quiet" busy={shown.loading} onTap={load}>
                重新核对
              </BigButton>
              {isOpen && (
                <RebuildSheet
                  check={check}
                  memberNumber={memberNumber}
                  onClose={() => {
                    setOpen(false)
                    load()
                  }}
                />
              )}
            </>
          )}
        </PageState>
      )}
    </ForManagers>
  )
}

function mayRebuild({ sentences, isHeld, isEntryBroken }: AccountCheck): boolean {
  return !isEntryBroken && (sentences.length > 0 || isHeld)
}

function Checked({
  check,
  memberNumber,
}: {
  check: AccountCheck
  memberNumber: string
}): ReactNode {
  const { maskedName, stored, implied, entryCount, sentences } = check
  return (
    <View className="card">
      <View className="card-title one-line">{maskedName}</View>
      <View className="soft figures">{inGroups(memberNumber).join(' ')}</View>
      <View
        className={sentences.length === 0 ? 'check-fine check-verdict' : 'check-off check-verdict'}
      >
        {verdictOf(check)}
      </View>
      {sentences.map((sentence) => (
        <View key={sentence} className="check-sentence">
          {sentenceText(sentence)}
        </View>
      ))}
      <Line label="账户里的可用积分" value={countText(stored.balancePoints)} />
      <Line label="流水算出的可用积分" value={countText(implied.balancePoints)} strong />
      <Line label="账户里的欠积分" value={countText(stored.debtPoints)} />
      <Line label="流水算出的欠积分" value={countText(implied.debtPoints)} />
      <Line label="流水" value={`${countText(entryCount)} 笔，已逐笔核对`} />
    </View>
  )
}

function verdictOf({ sentences, isHeld, isEntryBroken }: AccountCheck): string {
  if (isEntryBroken) return '流水本身被改动过，请先从备份恢复那笔流水'
  if (sentences.length > 0) return '账户与流水不一致，流水完好'
  return isHeld ? '账户与流水已经一致，可以恢复使用' : '账户与流水一致'
}
