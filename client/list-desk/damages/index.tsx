import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { momentText, yuanText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { quantityText } from '../../parts/list-words'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { ReasonField } from '../../parts/reason-field'
import { StoredPicture } from '../../parts/stored-picture'
import { ForCommunityDesk } from '../../session/for-community'
import { type DamageRow, damagesStore, decideStore, loadDamages } from '../damages.store'
import './index.scss'

interface Chosen {
  readonly row: DamageRow
  readonly isGranted: boolean
}

/** Bad fruit with its pictures: granted or refused by its owner, above her limit by the manager. */
export default function DamagesPage(): ReactNode {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  usePagedList(damagesStore, loadDamages)
  useUnload(() => decideStore.getState().close())
  return (
    <ForCommunityDesk className="list-damages">
      {({ isManager }) => (
        <>
          <PagedList
            list={damagesStore}
            skeleton={<Bones shape="ticket" count={3} />}
            empty={
              <Notice icon="check" title="没有坏果要处理" text="邻居拍了照片申请，会出现在这里" />
            }
            onRetry={loadDamages}
          >
            {(rows) =>
              rows.map((row) => (
                <DamageCard
                  key={row.damageId}
                  row={row}
                  isManager={isManager}
                  onDecide={(isGranted) => setChosen({ row, isGranted })}
                />
              ))
            }
          </PagedList>
          {chosen && <DecideSheet {...chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </ForCommunityDesk>
  )
}

const stateWords: Readonly<Record<DamageRow['state'], string>> = {
  waiting: '等答复',
  granted: '已赔',
  refused: '没有赔',
}

interface DamageCardProps {
  row: DamageRow
  isManager: boolean
  onDecide(isGranted: boolean): void
}

function DamageCard({ row, isManager, onDecide }: DamageCardProps): ReactNode {
  const { listTitle, entryNo, name, itemName, unit, quantity, amountFen, picture } = row
  const { words, state, needsManager, reason, at } = row
  const isOpen = state === 'waiting'
  const mayDecide = isOpen && (!needsManager || isManager)
  return (
    <View className={`card damage-card damage-${state}`}>
      <View className="damage-head">
        <View className="damage-name figures">
          {entryNo}. {name}
        </View>
        <View className="damage-state">{stateWords[state]}</View>
      </View>
      <View className="soft figures">
        {listTitle} · {momentText(at).slice(5)}
      </View>
      <View className="damage-picture">
        <StoredPicture file={picture} label={`${itemName}的照片`} shape="wide" />
      </View>
      <View className="damage-what figures">
        {itemName} {quantityText(quantity, unit)}，¥{yuanText(amountFen)}
      </View>
      {words !== null && <View className="damage-words">{words}</View>}
      {reason !== null && <View className="soft">答复：{reason}</View>}
      {isOpen && needsManager && !isManager && (
        <View className="soft">超过团长能赔的数，等店长答复</View>
      )}
      {mayDecide && (
        <View className="damage-steps">
          <BigButton className="damage-refuse" tone="quiet" onTap={() => onDecide(false)}>
            不赔
          </BigButton>
          <BigButton className="damage-grant" tone="quiet" onTap={() => onDecide(true)}>
            赔
          </BigButton>
        </View>
      )}
    </View>
  )
}

function DecideSheet({ row, isGranted, onClose }: Chosen & { onClose(): void }): ReactNode {
  const [reason, setReason] = useState('')
  const { sending, refused, answer } = useStore(decideStore)
  const said = reason.trim()
  const decide = async () => {
    const { damageId } = row
    decideStore.getState().open({ damageId, isGranted, ...(said ? { reason: said } : {}) })
    await decideStore.getState().send()
    await loadDamages()
  }
  const close = () => {
    decideStore.getState().close()
    onClose()
  }
  const isRefusal = !isGranted
  return (
    <ConfirmSheet
      name="damage"
      title={answer ? '答复好了' : isGranted ? '赔给邻居？' : '不赔？'}
      sending={sending}
      refused={refused?.message}
      step={{
        label: isGranted ? `赔 ¥${yuanText(row.amountFen)}` : '不赔',
        onTap: decide,
        disabled: isRefusal && said === '',
        ...(isRefusal ? { tone: 'warning' as const } : {}),
      }}
      field={<ReasonField value={reason} onChange={setReason} />}
      done={answer ? { label: '知道了', onTap: close } : null}
      onClose={close}
    >
      <View>
        {answer
          ? '已经告诉邻居；积分、等级和佣金一起跟着改'
          : isGranted
            ? '微信付的原路退回；自提时付、付给团长的，请当面退给邻居。'
            : '写明原因，邻居会看到。'}
      </View>
    </ConfirmSheet>
  )
}
