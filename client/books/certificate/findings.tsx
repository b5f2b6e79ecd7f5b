import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, inGroups, sentenceText } from '../../format'
import { BigButton } from '../../parts/button'
import { open, routes } from '../../routes'
import type { Certificate } from '../books.store'

type Finding = Certificate['findings'][number]

/** Each thing that does not agree, in a sentence, and what to do about it. */
export function Findings({ certificate }: { certificate: Certificate }): ReactNode {
  const { findings, findingCount, dayFindings } = certificate
  const others = findingCount - findings.length
  return (
    <>
      {findings.map((finding) => (
        <FindingCard key={finding.memberNumber ?? finding.sentences[0]} finding={finding} />
      ))}
      {others > 0 && (
        <View className="card soft">另有 {countText(others)} 位会员不符，处理后再看次日证书</View>
      )}
      {dayFindings.length > 0 && (
        <View className="card finding">
          <View className="card-title">过往日期</View>
          {dayFindings.map((sentence) => (
            <View key={sentence} className="finding-sentence">
              {sentenceText(sentence)}
            </View>
          ))}
          <View className="soft finding-advice">
            请从当日之后的备份中找回原来的记录并恢复；恢复后，次日的证书会自动重新核对
          </View>
        </View>
      )}
    </>
  )
}

function FindingCard({ finding }: { finding: Finding }): ReactNode {
  const { memberNumber, maskedName, sentences, isEntryBroken } = finding
  return (
    <View className="card finding">
      <View className="finding-head">
        <View className="card-title one-line">{maskedName}</View>
        {memberNumber && (
          <View className="soft figures finding-number">{inGroups(memberNumber).join(' ')}</View>
        )}
      </View>
      {sentences.map((sentence) => (
        <View key={sentence} className="finding-sentence">
          {sentenceText(sentence)}
        </View>
      ))}
      <View className="soft finding-advice">{adviceFor(isEntryBroken)}</View>
      {memberNumber && (
        <BigButton
          className="finding-check"
          tone={isEntryBroken ? 'quiet' : 'main'}
          onTap={() => open(routes.rebuild, { memberNumber })}
        >
          核对这个账户
        </BigButton>
      )}
    </View>
  )
}

function adviceFor(isEntryBroken: boolean): string {
  return isEntryBroken
    ? '流水本身被改动过，不能据此重算。请先从备份恢复那笔流水，再核对这个账户。期间该会员暂停使用积分'
    : '流水完好，是账户被改动了。核对后按流水重建即可；期间该会员暂停使用积分，照常累积'
}
