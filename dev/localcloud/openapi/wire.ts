import { Root, type Type } from 'protobufjs'
import { invalidParam } from '../platform-error'

/** What a function asks of the open interface, as the SDK packs it. */
export type PackedRequest =
  | { readonly kind: 'open'; readonly fields: Record<string, unknown>; readonly appid?: string }
  /** The SDK's own door to WeChat's services: cloudIDs and signatures. */
  | { readonly kind: 'service'; readonly apiName: string; readonly data: Buffer }

/** What it is answered: an HTTP body of WeChat's, or a code of the gateway in front of it. */
export interface PackedReply {
  readonly respData?: Buffer
  readonly contentType?: string
  /** Such as -604101; 0 or absent when the call reached WeChat. */
  readonly errorCode?: number
}

const { root } = Root.fromJSON({
  nested: {
    Pair: fields({ key: 'string', value: 'bytes', contenttype: 'string', filename: 'string' }),
    OpenData: { fields: { pairs: { rule: 'repeated', type: 'Pair', id: 1 } } },
    ServiceData: fields({ apiName: 'string', reqData: 'bytes' }),
    Request: {
      fields: {
        apiType: { type: 'int32', id: 1 },
        openData: { type: 'OpenData', id: 2 },
        serviceData: { type: 'ServiceData', id: 4 },
        appid: { type: 'string', id: 6 },
      },
    },
    Reply: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'uint32', id: 4 },
        serviceErrorCode: { type: 'int32', id: 6 },
      },
    },
    CloudIds: { fields: { list: { rule: 'repeated', type: 'string', id: 2 } } },
    OpenDataItem: fields({ cloudId: 'string', json: 'string' }),
    OpenDataItems: { fields: { list: { rule: 'repeated', type: 'OpenDataItem', id: 1 } } },
  },
})

/** @throws PlatformError when it is not the SDK's protobuf. */
export function readRequest(bytes: Buffer): PackedRequest {
  const message = decode('Request', bytes)
  const { openData, serviceData, appid } = message
  if (isObject(serviceData)) {
    const data = Buffer.isBuffer(serviceData.reqData) ? serviceData.reqData : Buffer.alloc(0)
    return { kind: 'service', apiName: String(serviceData.apiName ?? ''), data }
  }
  const pairs = isObject(openData) && Array.isArray(openData.pairs) ? openData.pairs : []
  const found = pairs.filter(isObject).map((pair) => [String(pair.key), pairValue(pair)] as const)
  return {
    kind: 'open',
    fields: Object.fromEntries(found),
    ...(typeof appid === 'string' && appid !== '' ? { appid } : {}),
  }
}

export function writeReply(reply: PackedReply): Buffer {
  // The SDK's reader takes an absent service code for a failure.
  return encode('Reply', { httpCode: 200, serviceErrorCode: 0, contentType: '', ...reply })
}

export function readCloudIds(bytes: Buffer): string[] {
  const { list } = decode('CloudIds', bytes)
  return Array.isArray(list) ? list.map(String) : []
}

export function writeOpenData(list: readonly { cloudId: string; json: string }[]): Buffer {
  return encode('OpenDataItems', { list })
}

/** A file stays bytes; everything else is the JSON that it was sent as. */
function pairValue(pair: Record<string, unknown>): unknown {
  const value = Buffer.isBuffer(pair.value) ? pair.value : Buffer.alloc(0)
  if (pair.contenttype) return { contentType: String(pair.contenttype), bytes: value }
  try {
    return JSON.parse(value.toString())
  } catch {
    throw invalidParam(`the field ${String(pair.key)} is not JSON`)
  }
}

function decode(name: string, bytes: Buffer): Record<string, unknown> {
  const type = typeOf(name)
  try {
    return type.toObject(type.decode(bytes), { bytes: Buffer })
  } catch {
    throw invalidParam('requestData is not the protobuf of the SDK')
  }
}

function encode(name: string, message: object): Buffer {
  const type = typeOf(name)
  return Buffer.from(type.encode(type.fromObject(message)).finish())
}

function typeOf(name: string): Type {
  return root.lookupType(name)
}

function fields(types: Record<string, string>) {
  const entries = Object.entries(types).map(([name, type], n) => [name, { type, id: n + 1 }])
  return { fields: Object.fromEntries(entries) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
