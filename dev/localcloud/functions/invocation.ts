import type { Clock } from '../clock'
import type { Readings } from '../readings'
import type { CloudIds } from './cloud-ids'
import type { FunctionConfig } from './function-config'
import type { CallRequest } from './functions-host'
import type { Invocation } from './instance'

export const appId = 'wx0000000000huilin'

export interface InvocationParts {
  readonly config: FunctionConfig
  readonly request: CallRequest
  readonly callId: string
  readonly clock: Clock
  readonly cloudIds: CloudIds
  readonly readings: Pick<Readings, 'appIdOfTimers'>
}

/** What the thread is told of one call: the event, who calls, and the way back to the cloud. */
export function invocationOf(parts: InvocationParts, adminUrl: string): Invocation {
  const { config, request, callId, clock, cloudIds } = parts
  const { caller, source } = request
  const isFromPhone = source === 'wx_client'
  const { eventText, openData } = isFromPhone
    ? cloudIds.replace(request.eventText, caller.openid)
    : { eventText: request.eventText, openData: {} }
  const userInfo = isFromPhone && caller.openid ? { appId, openId: caller.openid } : undefined
  return {
    callId,
    eventText,
    // The platform writes the caller into the event; whatever the phone had put there is gone.
    additions: userInfo === undefined ? openData : { ...openData, userInfo },
    env: {
      ...contextVariables(parts, Object.keys(openData)),
      TCB_SOURCE: source,
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    },
    clock: clock.reading,
    context: {
      request_id: callId,
      function_name: config.name,
      function_version: '$LATEST',
      memory_limit_in_mb: config.memoryMb,
      time_limit_in_ms: config.timeoutSeconds * 1000,
      namespace: 'local',
      tencentcloud_region: 'ap-shanghai',
    },
  }
}

/** What an instance is started with; the SDK signs, and the gateway looks at no signature. */
export function instanceVariables(
  config: FunctionConfig,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...given,
    ...config.variables,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    SCF_FUNCTIONNAME: config.name,
    TCB_ENV: 'local',
    _SCF_TCB_LOG: '1',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  }
}

/**
 * What `getWXContext` shows. A phone's identity goes on to the functions that its function calls;
 * a timer has none. OPEN_DATA_INFO names what in the event comes from the platform and not from
 * the phone (reference of `Cloud.getWXContext`).
 */
function contextVariables(
  { request: { caller, source }, readings }: InvocationParts,
  openDataKeys: string[],
): Record<string, string> {
  if (!source.startsWith('wx_client')) {
    if (readings.appIdOfTimers === 'absent') return { WX_CONTEXT_KEYS: 'WX_OPENID' }
    return { WX_APPID: appId, WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID' }
  }
  const openDataInfo = JSON.stringify({ keys: openDataKeys })
  const variables: Record<string, string> = {
    WX_APPID: appId,
    WX_CLIENTIP: '127.0.0.1',
    ...(caller.openid === undefined ? {} : { WX_OPENID: caller.openid }),
    ...(caller.unionid === undefined ? {} : { WX_UNIONID: caller.unionid }),
    ...(openDataKeys.length === 0 ? {} : { WX_OPEN_DATA_INFO: openDataInfo }),
  }
  const keys = Object.keys(variables).join(',')
  // The group is our own addition, and no part of the context.
  const group: Record<string, string> = caller.group === undefined ? {} : { WX_GROUP: caller.group }
  return { ...variables, ...group, WX_CONTEXT_KEYS: keys }
}
