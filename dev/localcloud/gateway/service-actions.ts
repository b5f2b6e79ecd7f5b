import type { RunningCall } from '../functions/functions-host'
import type { OpenApi } from '../openapi/openapi'
import type { Pay } from '../pay/pay'
import { invalidParam } from '../platform-error'
import { copyFiles } from '../storage/copy-files'
import type { Storage } from '../storage/storage'
import type { WireReply, WireRequest } from './database-actions'
import type { FormRequest } from './multipart'

/** The rooms behind the gateway that are neither database nor functions. */
export interface ServiceRooms {
  readonly openApi: OpenApi
  readonly storage: Storage
  readonly pay: Pay
}

export interface ServiceCall {
  readonly services: ServiceRooms
  /** The invocation that asks; absent when another program does. */
  readonly call: RunningCall | undefined
}

type ServiceAction = (from: ServiceCall, request: WireRequest) => Promise<WireReply>

/** What the SDK asks in JSON beside the database's actions and calls of functions. */
export const serviceActions: Readonly<Record<string, ServiceAction>> = {
  'wx.api': async ({ services, call }, { apiName, requestData }) => {
    const fields = readFields(requestData)
    const responseData = await services.openApi.answerPlain(String(apiName), fields, call)
    return { data: { responseData } }
  },
  'storage.getUploadMetadata': async ({ services }, request) =>
    services.storage.uploadMetadata(request),
  'storage.batchGetDownloadUrl': ({ services }, request) => services.storage.downloadUrls(request),
  'storage.batchDeleteFile': ({ services }, request) => services.storage.deleteFiles(request),
  'storage.batchCopyFile': ({ services }, request) => copyFiles(services.storage.files, request),
}

/** What it sends as a form; the reply is protobuf, or JSON as bytes. */
export function answerForm({ services, call }: ServiceCall, form: FormRequest): Promise<Buffer> {
  const { action, apiName, requestData } = form
  if (action === 'wx.openApi') return services.openApi.answerPacked(apiName, requestData, call)
  if (action === 'wx.wxPayApi') return services.pay.answer(apiName, requestData, call)
  throw invalidParam(`unsupported action ${action}`)
}

function readFields(requestData: unknown): Record<string, unknown> {
  if (requestData === undefined || requestData === '') return {}
  try {
    const fields: unknown = JSON.parse(String(requestData))
    if (typeof fields === 'object' && fields !== null) return { ...fields }
  } catch {
    // Answered below, as an object that is none.
  }
  throw invalidParam('requestData is no JSON object')
}
