import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import type { Store } from '../engine/store'
import { isPermitted } from '../functions/function-config'
import type { FunctionsHost, RunningCall } from '../functions/functions-host'
import { appId } from '../functions/invocation'
import { invalidParam, PlatformError } from '../platform-error'
import { type DeclarationBook, openDeclarations } from './declarations'
import { type LastingCounts, openCounts } from './lasting-counts'
import { type MediaChecks, openMediaChecks } from './media-checks'
import type { Fields, OpenAnswer, OpenContext } from './open-context'
import { isDocumented, openInterfaces } from './open-interfaces'
import type { Outbox } from './outbox'
import { createPhoneCodes, type PhoneCodes } from './phone-number'
import { WechatError } from './wechat-error'
import { readCloudIds, readRequest, writeOpenData, writeReply } from './wire'

/** WeChat's side of the cloud: what functions ask of it, and what phones allow. */
export interface OpenApi {
  /** Answers the SDK's protobuf in protobuf; refusals of the platform itself are thrown. */
  answerPacked(apiName: string, bytes: Buffer, call: RunningCall | undefined): Promise<Buffer>
  /** The same for the SDK's older `callOpenAPI`, which speaks JSON. */
  answerPlain(apiName: string, fields: Fields, call: RunningCall | undefined): Promise<string>
  readonly declarations: DeclarationBook
  readonly permits: LastingCounts
  readonly phoneCodes: PhoneCodes
  readonly mediaChecks: MediaChecks
}

export interface OpenApiParts {
  readonly store: Store
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly outbox: Outbox
  readonly lastSeenAt: (openid: string) => number | undefined
  readonly origin: () => string
  readonly log: (text: string) => void
}

const noSuchInterface = -604_100
const noPermission = -604_101

/** The SDK's "unauthorized API"; which code the platform sends for a stranger is not documented. */
const notAuthorized = -601_018

interface Asked {
  readonly apiName: string
  readonly fields: Fields
  readonly call: RunningCall | undefined
  /** The mini-program it is asked for; the cloud's own when absent. */
  readonly appid?: string
}

export function openOpenApi(parts: OpenApiParts): OpenApi {
  const { store, clock, host } = parts
  const declarations = openDeclarations(store)
  const permits = openCounts(store, 'permits')
  const phoneCodes = createPhoneCodes()
  const used = openCounts(store, 'used')
  const mediaChecks = openMediaChecks({ ...parts, declarations })
  const contextNow = (): OpenContext => {
    const { lastSeenAt } = parts
    const kept = { declarations, permits, used, phoneCodes, mediaChecks }
    return { nowMs: clock.now(), ...kept, lastSeenAt }
  }
  const settle = async (asked: Asked): Promise<OpenAnswer | GatewayRefusal> => {
    try {
      const errorCode = gatewayRefusal(asked)
      const answer = errorCode === 0 ? await ask(contextNow(), asked) : { errorCode }
      await record(parts, asked, told(answer))
      return answer
    } catch (fault) {
      if (fault instanceof PlatformError) {
        await record(parts, asked, { code: fault.code, message: fault.message })
      }
      throw fault
    }
  }
  return {
    declarations,
    permits,
    phoneCodes,
    mediaChecks,
    async answerPacked(apiName, bytes, call) {
      const request = readRequest(bytes)
      if (request.kind === 'service') {
        const list = openDataOf(host, request, call)
        return writeReply({ contentType: 'application/octet-stream', respData: list })
      }
      const answer = await settle({ ...request, apiName, call })
      if ('errorCode' in answer) return writeReply(answer)
      const contentType = 'json' in answer ? 'application/json; encoding=utf-8' : answer.contentType
      return writeReply({ contentType, respData: bodyOf(answer) })
    },
    async answerPlain(apiName, fields, call) {
      const answer = await settle({ apiName, fields, call })
      if ('errorCode' in answer) return JSON.stringify(refusalOf(answer.errorCode))
      if ('json' in answer) return JSON.stringify(answer.json)
      throw unsupported(`a picture through callOpenAPI, as ${apiName} answers,`)
    },
  }
}

/** What the platform's own gateway answers before WeChat is asked. */
interface GatewayRefusal {
  readonly errorCode: number
}

/** A function calls only what its `config.json` lists; another program may call everything. */
function gatewayRefusal({ apiName, call, appid = appId }: Asked): number {
  if (appid !== appId) return notAuthorized
  if (call !== undefined && !isPermitted(call.config, apiName)) return noPermission
  if (Object.hasOwn(openInterfaces, apiName)) return 0
  if (isDocumented(apiName)) throw unsupported(`openapi.${apiName}`)
  return noSuchInterface
}

async function ask(context: OpenContext, { apiName, fields }: Asked): Promise<OpenAnswer> {
  try {
    const answer = await openInterfaces[apiName]?.(context, fields)
    if (answer === undefined) throw unsupported(`openapi.${apiName}`)
    return answer
  } catch (fault) {
    if (!(fault instanceof WechatError)) throw fault
    const rid = `rid: ${[4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex')).join('-')}`
    return { json: { errcode: fault.errcode, errmsg: `${fault.errmsg} ${rid}` } }
  }
}

function refusalOf(errcode: number) {
  return { errcode, errmsg: `system error: error code: ${errcode}` }
}

/** The answer as the outbox shows it. */
function told(answer: OpenAnswer | GatewayRefusal): unknown {
  if ('errorCode' in answer) return refusalOf(answer.errorCode)
  if ('json' in answer) return answer.json
  return { contentType: answer.contentType, bytesCount: answer.bytes.length }
}

function bodyOf(answer: OpenAnswer): Buffer {
  return 'json' in answer ? Buffer.from(JSON.stringify(answer.json)) : answer.bytes
}

async function record({ outbox, clock }: OpenApiParts, asked: Asked, answer: unknown) {
  const { apiName, fields, call } = asked
  const openid = fields.touser ?? fields.openid
  await outbox.record({
    at: new Date(clock.now()).toISOString(),
    api: `openapi.${apiName}`,
    ...(call === undefined
      ? {}
      : { from: { function: call.request.name, requestId: call.callId } }),
    ...(typeof openid === 'string' ? { openid } : {}),
    request: fields,
    answer,
  })
}

/** `getOpenData`: cloudIDs for their data, of the member who calls. */
function openDataOf(
  { cloudIds }: FunctionsHost,
  { apiName, data }: { apiName: string; data: Buffer },
  call: RunningCall | undefined,
): Buffer {
  if (apiName !== 'ApiGetOpenDataByCloudId') throw unsupported(apiName)
  const openid = call?.request.caller.openid
  return writeOpenData(
    readCloudIds(data).map((cloudId) => ({
      cloudId,
      json: JSON.stringify(cloudIds.read(cloudId, openid)),
    })),
  )
}

function unsupported(name: string) {
  return invalidParam(`${name} is not supported by the local cloud`)
}
