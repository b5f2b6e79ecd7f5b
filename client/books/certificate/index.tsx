import { View } from '@tarojs/components'
import { useLoad, useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, sentenceText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ForManagers } from '../../session/for-managers'
import {
  type Certificate,
  certificateStore,
  openCertificate,
  verificationStore,
} from '../books.store'
import { Findings } from './findings'
import './index.scss'
import { Paper } from './paper'

/** One day's certificate, `?on=2026-03-10`: what was found, and what to do about it. */
export default function CertificatePage(): ReactNode {
  const { on = '' } = useRouter().params
  const shown = useStore(certificateStore)
  const load = () => openCertificate(on)
  useLoad(() => {
    load()
  })
  const isMissing = shown.data === null && shown.trouble?.code === 'CERTIFICATE_NOT_FOUND'
  return (
    <ForManagers className="certificate-page">
      {() =>
        isMissing ? (
          <Notice icon="seal" title="这一天还没有证书" text="每天换日后出具前一天的证书" />
        ) : (
          <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={load}>
            {(certificate) => (
              <>
                <Paper certificate={certificate} />
                <Findings certificate={certificate} />
                <Verify certificate={certificate} />
              </>
            )}
          </PageState>
        )
      }
    </ForManagers>
  )
}

function Verify({ certificate: { on } }: { certificate: Certificate }): ReactNode {
  const { data, loading, trouble } = useStore(verificationStore)
  return (
    <View className="card">
      <View className="card-title">复核这张证书</View>
      <View className="soft certificate-verify-words">
        重新计算从第一天起每张证书的封印，并把当天的流水再读一遍。只查看，不改动任何数据
      </View>
      {data && (
        <View
          className={data.sentences.length === 0 ? 'verified-fine' : 'verified-off'}
          role="status"
        >
          {data.sentences.length === 0
            ? `${countText(data.checkedCount)} 张证书首尾相接，封印完好${dayWords(data.entryCount)}`
            : data.sentences.map((sentence) => (
                <View key={sentence}>{sentenceText(sentence)}</View>
              ))}
        </View>
      )}
      {trouble && (
        <View className="verified-off" role="alert">
          {trouble.message}
        </View>
      )}
      <BigButton
        className="certificate-verify"
        tone="quiet"
        busy={loading}
        onTap={() => verificationStore.getState().load({ on })}
      >
        {data ? '再复核一次' : '开始复核'}
      </BigButton>
    </View>
  )
}

function dayWords(entryCount: number | null): string {
  return entryCount === null
    ? '；当天流水较多，以每晚的核对为准'
    : `；当天 ${countText(entryCount)} 笔流水与出证时一致`
}
