import { PlatformError } from '../platform-error'

/**
 * A phone may send 100 KB of text and is answered at most 1 MB; between functions each way is
 * 6 MB (docs.cloudbase.net/error-code/service/EXCEED_MAX_PAYLOAD_SIZE; Tencent SCF, status codes
 * 406 and 407; the SDK's own table for -604001).
 */
const mostFromPhoneBytes = 100 * 1024
const mostToPhoneBytes = 1024 * 1024
const mostBetweenBytes = 6 * 1024 * 1024

export function refuseLargeRequest(eventText: string, isFromPhone: boolean): void {
  const bytes = Buffer.byteLength(eventText)
  if (bytes <= (isFromPhone ? mostFromPhoneBytes : mostBetweenBytes)) return
  const most = isFromPhone ? 'text type request body 100KB' : 'request body 6MB'
  throw new PlatformError('EXCEED_MAX_PAYLOAD_SIZE', `data exceed max size: ${most}`)
}

export function refuseLargeAnswer(answerText: string, isToPhone: boolean): void {
  const bytes = Buffer.byteLength(answerText)
  if (isToPhone && bytes > mostToPhoneBytes) {
    const reason = 'cloudfunction result size exceed limit (1MB)'
    throw new PlatformError('WX_CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT', reason)
  }
  if (bytes > mostBetweenBytes) {
    const reason = 'The size of response exceeds the upper limit (6MB)'
    throw new PlatformError('FUNCTIONS_EXECUTE_FAIL', reason)
  }
}
