const suffix = ' Please check your request, but if the problem persists, contact us.'

/** An error as the platform words it; the SDK turns `code` into its errCode. */
export class PlatformError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** What both the SDK's reader and a person see of a request that makes no sense. */
export function invalidParam(reason: string): PlatformError {
  return new PlatformError('INVALID_PARAM', `[InvalidParameter] ${reason}.${suffix}`)
}

export function collectionMissing(name: string): PlatformError {
  const message = `[ResourceNotFound] Db or Table not exist: ${name}.${suffix}`
  return new PlatformError('DATABASE_COLLECTION_NOT_EXIST', message)
}

/** Older SDKs show this code as -501001; 4.0.2 leaves errCode -1 and the code in `.code`. */
export function collectionNameTaken(): PlatformError {
  const message = `[ResourceUnavailable.ResourceExist] Table exist.${suffix}`
  return new PlatformError('DATABASE_COLLECTION_ALREADY_EXIST', message)
}

export function tooManyCollections(most: number): PlatformError {
  const message = `[LimitExceeded] an environment holds ${most} collections at most.${suffix}`
  return new PlatformError('DATABASE_COLLECTION_EXCEED_LIMIT', message)
}

export function transactionGone(): PlatformError {
  const reason =
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, ' +
    'transaction must be commit or abort in 30 seconds.'
  return new PlatformError('DATABASE_TRANSACTION_FAIL', reason + suffix)
}

export function transactionConflict(): PlatformError {
  const reason =
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, ' +
    'maybe resource operated by others.'
  return new PlatformError('DATABASE_TRANSACTION_CONFLICT', reason + suffix)
}

export function transactionBusy(): PlatformError {
  const reason =
    '[ResourceUnavailable.TransactionBusy] Transaction is busy, ' +
    'another operation of it is still under way.'
  return new PlatformError('DATABASE_TRANSACTION_FAIL', reason + suffix)
}

/** Near 100 is told, nothing is documented: see "What nobody could verify" in the README. */
export function transactionTooLong(most: number): PlatformError {
  const reason = `[LimitExceeded] A transaction has at most ${most} operations.`
  return new PlatformError('DATABASE_TRANSACTION_FAIL', reason + suffix)
}

/** The store could not keep what was written: nothing of it is there. */
export function storageRefused(): PlatformError {
  const reason = '[ResourceUnavailable.Storage] The disk refused the write; nothing was stored.'
  return new PlatformError('DATABASE_REQUEST_FAILED', reason + suffix)
}

/** An operator that the platform does not know, or that the local cloud will not guess at. */
export function unknownOperator(reason: string): PlatformError {
  return new PlatformError('DATABASE_INVALID_OPERRATOR', `[InvalidOperator] ${reason}.${suffix}`)
}

/** What a call may ask for and the local cloud knows it would answer wrongly. */
export function notSupported(what: string): PlatformError {
  return unknownOperator(`${what} is not supported by the local cloud`)
}

/** A query that the database refuses; `reason` is MongoDB's own sentence. */
export function queryFailed(reason: string): PlatformError {
  const message = `[FailedOperation.Query] ${reason}.${suffix}`
  return new PlatformError('DATABASE_REQUEST_FAILED', message)
}

export function answerTooLarge(bytes: number, most: number): PlatformError {
  const reason = `[LimitExceeded] the answer is too large: ${bytes} bytes, max size: ${most}`
  return new PlatformError('DATABASE_REQUEST_FAILED', `${reason}.${suffix}`)
}

/** What one request may hold is told by developers only: see the README's `requestMb`. */
export function requestTooLarge(bytes: number, mostMb: number): PlatformError {
  const reason = `[LimitExceeded] the request is too large: ${bytes} bytes, max size: ${mostMb} MB`
  return new PlatformError('EXCEED_REQUEST_LIMIT', `${reason}.${suffix}`)
}

export type WriteKind = 'Insert' | 'Update' | 'Delete'

/**
 * A write that the database refuses; `reason` is MongoDB's own sentence. The platform lists the
 * errors of inserts and updates as its driver does.
 */
export function writeFailed(kind: WriteKind, reason: string): PlatformError {
  const listed = `multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`
  const shown = kind === 'Delete' ? reason : listed
  return new PlatformError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.${kind}] ${shown}.${suffix}`,
  )
}

export interface DuplicateKey {
  collection: string
  index: string
  key: string
}

/** E11000 as the platform words it. */
export function duplicateKey(kind: WriteKind, duplicate: DuplicateKey): PlatformError {
  const { collection, index, key } = duplicate
  const at = `collection: local.${collection} index: ${index} dup key: ${key}`
  return writeFailed(kind, `E11000 duplicate key error ${at}`)
}
