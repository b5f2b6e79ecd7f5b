import { createHash } from 'node:crypto'
import type { OpenInterface } from './open-context'
import { judge, refuseAuthor, refuseOutOfOrder } from './verdicts'
import { WechatError } from './wechat-error'

const mostCharacters = 2500
const mostBytesOfOldVersion = 500 * 1024

/**
 * `security.msgSecCheck`, whose verdict marked words decide. Version 2 asks for the author, who
 * used the mini-program within two hours; version 1 has but one verdict.
 * Source: the reference of `msgSecCheck` 2.0 and 1.0 and their return codes.
 */
export const checkText: OpenInterface = (context, fields) => {
  const { content, version } = fields
  if (content === undefined || content === '') throw new WechatError(44002, 'empty post data')
  if (typeof content !== 'string') throw new WechatError(47001, 'data format error')
  refuseOutOfOrder(content)
  if (version === undefined) return checkByOldVersion(content)
  if (version !== 2 && version !== '2') throw new WechatError(47001, 'data format error')
  refuseAuthor(context, fields)
  const others = [fields.title, fields.nickname, fields.signature]
  const texts = [content, ...others.filter((text) => text !== undefined)]
  if (!texts.every((text) => typeof text === 'string')) {
    throw new WechatError(47001, 'data format error')
  }
  if ([...content].length > mostCharacters) throw new WechatError(47001, 'data format error')
  const [word, verdict] = judge(texts.join('\n'))
  const keyword = word === undefined ? {} : { level: 90, keyword: word }
  const detail = { strategy: 'keyword', errcode: 0, ...verdict, ...keyword }
  const traceId = createHash('sha256').update(`${context.nowMs} ${texts.join('\n')}`)
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      result: verdict,
      detail: [detail],
      trace_id: traceId.digest('hex').slice(0, 32),
    },
  }
}

function checkByOldVersion(content: string) {
  if (Buffer.byteLength(content) > mostBytesOfOldVersion) {
    throw new WechatError(47001, 'data format error')
  }
  if (judge(content)[0] !== undefined) throw new WechatError(87014, 'risky content')
  return { json: { errcode: 0, errmsg: 'ok' } }
}
