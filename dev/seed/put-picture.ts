import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalCloud } from '../localcloud/cloud'

interface Picture {
  /** Of `photos/`, e.g. `eggs.png`. */
  readonly file: string
  /** Where it lies in the storage, e.g. `rewards/demo-eggs.png`. */
  readonly path: string
  /** Who puts it there. */
  readonly as: string
}

/** Puts one of the demo's photos into the storage as a phone would, and answers its file's id. */
export async function putPicture(
  cloud: Pick<LocalCloud, 'origin'>,
  { file, path, as }: Picture,
): Promise<string> {
  const response = await fetch(`${cloud.origin}/client/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'x-openid': as },
    body: readFileSync(join(__dirname, 'photos', file)),
  })
  if (!response.ok) throw new Error(`the storage took no picture: ${await response.text()}`)
  const { data } = await response.json()
  return String(data.fileID)
}
