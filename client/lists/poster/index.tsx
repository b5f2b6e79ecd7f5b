import { View } from '@tarojs/components'
import { useLoad, useRouter, useShareAppMessage } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { api } from '../../api'
import { PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Refused } from '../../parts/refused'
import { ShareButton } from '../../parts/share-button'
import { routes } from '../../routes'
import { shareTitle } from '../entry-words'
import { beginList, type ListShown, listStore, loadList } from '../list.store'
import './index.scss'
import { Canvas, paint, savePoster } from './paint'

/** A picture of the list, to be saved and sent or pinned to a wall. `?listId=` */
export default function PosterPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const { head, loading, trouble } = useStore(listStore)
  useLoad(() => {
    beginList(listId)
    if (listStore.getState().head === null) loadList()
  })
  useShareAppMessage(() => ({
    title: head ? shareTitle(head) : '接龙',
    path: `${routes.list}?listId=${encodeURIComponent(listId)}`,
  }))
  return (
    <Page className="poster-page">
      <PageState
        shown={{ data: head, loading, trouble }}
        skeleton={<Bone shape="hero" />}
        onRetry={loadList}
      >
        {(list) => <Poster list={list} />}
      </PageState>
    </Page>
  )
}

/** A poster without its code still says where the list is found. */
async function codeOf(listId: string): Promise<string | null> {
  const reply = await api.call('lists.posterCode', { listId })
  return reply.ok ? reply.value.base64 : null
}

type Drawn = 'drawing' | 'drawn' | 'failed'

function Poster({ list }: { list: ListShown }): ReactNode {
  const [drawn, setDrawn] = useState<Drawn>('drawing')
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    // The surface is there once the page was drawn for the first time.
    const timer = setTimeout(() => {
      codeOf(list.listId)
        .then((code) => paint(list, code))
        .then(
          () => setDrawn('drawn'),
          () => setDrawn('failed'),
        )
    }, 60)
    return () => clearTimeout(timer)
  }, [list])
  const save = async () => setSaid(await savePoster(list.title))
  return (
    <>
      <View className="poster-frame" aria-label={`${list.title}的海报`} role="img">
        <Canvas />
        {drawn === 'drawing' && <View className="poster-drawing soft">正在画…</View>}
      </View>
      <Refused
        className="poster-refused"
        message={drawn === 'failed' ? '海报没有画出来，发卡片也一样能接龙' : said}
      />
      {drawn !== 'failed' && (
        <BigButton className="poster-save" disabled={drawn !== 'drawn'} onTap={save}>
          {process.env.TARO_ENV === 'h5' ? '下载图片' : '保存到相册'}
        </BigButton>
      )}
      <View className="poster-share">
        <ShareButton tone="quiet" className="poster-card">
          直接发卡片
        </ShareButton>
      </View>
    </>
  )
}
