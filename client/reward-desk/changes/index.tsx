import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { ForManagers } from '../../session/for-managers'
import { changesStore, type RewardChangeRow } from '../rewards.store'
import { changeText, changeTitles } from '../shelf-words'

/** Who changed what of the reward of `?rewardId=`, and when. */
export default function RewardChangesPage(): ReactNode {
  const { rewardId = '' } = useRouter().params
  const load = () => changesStore.getState().load({ rewardId })
  usePagedList(changesStore, load)
  return (
    <ForManagers className="reward-changes">
      {() => (
        <PagedList
          list={changesStore}
          skeleton={<Bones shape="row" count={5} />}
          empty={
            <Notice icon="notice" title="还没有改动" text="谁在什么时候改了什么，会记在这里" />
          }
          onRetry={load}
        >
          {(rows) => rows.map((row) => <Change key={row.changeId} row={row} />)}
        </PagedList>
      )}
    </ForManagers>
  )
}

function Change({ row }: { row: RewardChangeRow }): ReactNode {
  const { kind, at, byName, reason, changes } = row
  const said = changes.map((change) => changeText(change, kind === 'made'))
  const notes = said.length === 0 ? ['内容没有变化'] : said
  return (
    <Row
      className="reward-change"
      title={reason === null ? changeTitles[kind] : `${changeTitles[kind]}：${reason}`}
      wraps
      notes={[...notes, `${byName} · ${momentText(at)}`]}
    />
  )
}
