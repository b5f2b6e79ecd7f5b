/** The environment and its bucket, as they stand in every fileID. */
const bucket = 'local.6c6f-local-1250000000'
const prefix = `cloud://${bucket}/`
const mostEncodedBytes = 850

/**
 * Why a file cannot be called so; undefined when it can. Control characters are refused although
 * only four of them are documented as impossible, and so is a way out of the folder.
 * Source: the guide's "limits of file names".
 */
export function pathFault(path: string): string | undefined {
  if (path === '') return 'the path is empty'
  if (path.startsWith('/')) return 'the path begins with /'
  if (path.includes('//')) return 'the path has two / in a row'
  if (path.endsWith('/')) return 'the path names a folder'
  if (path.split('/').some((part) => part === '.' || part === '..')) return 'the path has . or ..'
  if (/[\p{Cc}\p{Cs}\\]/u.test(path)) return 'the path has a character that is not supported'
  const encodedBytes = Buffer.byteLength(encodeURIComponent(path))
  return encodedBytes > mostEncodedBytes ? 'the encoded path has more than 850 bytes' : undefined
}

export function fileIdOf(path: string): string {
  return prefix + path
}

/** The path of a fileID of this environment; undefined when it is another's, or none at all. */
export function pathOf(fileId: unknown): string | undefined {
  if (typeof fileId !== 'string' || !fileId.startsWith(prefix)) return undefined
  const path = fileId.slice(prefix.length)
  return pathFault(path) === undefined ? path : undefined
}
