import { isStoredPicture } from '@shared/mall/reward'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { StoredPicture } from '../../parts/stored-picture'
import { ForManagers } from '../../session/for-managers'
import { decideStore, type HeldRow, heldStore, loadHeld } from '../held.store'
import { kindText } from '../held-words'
import { DecideSheet, type Verdict } from './decide-sheet'
import './index.scss'

interface Chosen {
  readonly row: HeldRow
  readonly verdict: Verdict
}

/** Texts that the platform's check was not sure of: they wait until a manager decides. */
export default function HeldPage(): ReactNode {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  usePagedList(heldStore, loadHeld)
  useUnload(() => decideStore.getState().close())
  return (
    <ForManagers className="held-texts">
      {() => (
        <>
          <PagedList
            list={heldStore}
            skeleton={<Bones shape="row" count={4} />}
            empty={
              <Notice
                icon="check"
                title="没有等着审的文字"
                text="内容检测拿不准的群规和福利说明，会先停在这里，您通过了才会发出去"
              />
            }
            onRetry={loadHeld}
          >
            {(rows) =>
              rows.map((row) => (
                <HeldCard
                  key={row.heldId}
                  row={row}
                  onDecide={(verdict) => setChosen({ row, verdict })}
                />
              ))
            }
          </PagedList>
          {chosen && <DecideSheet {...chosen} onClose={() => setChosen(null)} />}
        </>
      )}
    </ForManagers>
  )
}

interface HeldCardProps {
  row: HeldRow
  onDecide(verdict: Verdict): void
}

function HeldCard({ row, onDecide }: HeldCardProps): ReactNode {
  const { text, authorName, at } = row
  // Of pictures the text is their files, one a line.
  const pictures = text.split('\n').filter(isStoredPicture)
  return (
    <View className="card held-card">
      <View className="held-kind">{kindText(row)}</View>
      {pictures.length > 0 ? (
        pictures.map((file) => (
          <StoredPicture key={file} file={file} label={kindText(row)} shape="wide" />
        ))
      ) : (
        <View className="held-text">{text}</View>
      )}
      <View className="soft figures">
        {authorName} · {momentText(at).slice(5)}
      </View>
      <View className="held-steps">
        <BigButton className="held-reject" tone="quiet" onTap={() => onDecide('reject')}>
          不通过
        </BigButton>
        <BigButton className="held-approve" tone="quiet" onTap={() => onDecide('approve')}>
          通过
        </BigButton>
      </View>
    </View>
  )
}
