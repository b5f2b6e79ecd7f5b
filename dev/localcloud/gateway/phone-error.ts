import { PlatformError } from '../platform-error'

export interface PhoneError {
  readonly errCode: number
  readonly errMsg: string
}

/** What a phone is told, by the platform's code; the titles are those of the SDK's own tables. */
const titles: Readonly<Record<string, readonly [errCode: number, title: string]>> = {
  FUNCTION_NOT_FOUND: [-501000, 'resource not found'],
  EXCEED_CONCURRENT_REQUEST_LIMIT: [-501004, 'exceed concurrent request limit'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, 'functions time limit exceeded'],
  WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT: [
    -604001,
    'cloudfunction result size exceed limit (1MB)',
  ],
}

/** Everything else that went wrong with a function is its failure, also its hunger for memory. */
const otherTitle = [-504002, 'functions execute fail'] as const

/** A failed call as `wx.cloud.callFunction` rejects with it. */
export function phoneErrorOf(failure: unknown): PhoneError {
  const reason = failure instanceof Error ? failure.message : String(failure)
  const code = failure instanceof PlatformError ? failure.code : ''
  if (code === 'EXCEED_MAX_PAYLOAD_SIZE') {
    // The client refuses it by itself, and has no code for it.
    return { errCode: -1, errMsg: `cloud.callFunction:fail Error: ${reason}` }
  }
  const [errCode, title] = titles[code] ?? otherTitle
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} ${title} | errMsg: ${reason}`
  return { errCode, errMsg }
}
