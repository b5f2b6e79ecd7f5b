import Taro from '@tarojs/taro'
import { phone } from '../launch'
import { newRequestId } from '../request-id'

/** A larger one would keep a whole group waiting for it. */
const MAX_PICTURE_BYTES = 5 * 1024 * 1024

/** What became of a choice: none was made, it is too large, it did not arrive, or its file. */
export type Picked =
  | { readonly kind: 'none' }
  | { readonly kind: 'large' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'stored'; readonly file: string }

/** What to say where no file came of it. */
export const pickedWords: Readonly<Record<'large' | 'lost', string>> = {
  large: '照片太大了，请换一张 5MB 以内的',
  lost: '照片没有传上去，请检查网络后再试',
}

/** Chosen between two whole functions, so that the bundle for WeChat holds no gateway code. */
export const pickPicture: (folder: string) => Promise<Picked> =
  process.env.TARO_ENV === 'h5' ? fromBrowser : fromPhone

async function fromPhone(folder: string): Promise<Picked> {
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => null)
  const [picture] = chosen?.tempFiles ?? []
  if (!picture) return { kind: 'none' }
  if (picture.size > MAX_PICTURE_BYTES) return { kind: 'large' }
  const { tempFilePath: filePath } = picture
  const ending = /\.(jpe?g|png|gif)$/i.exec(filePath)?.[0].toLowerCase() ?? '.jpg'
  const cloudPath = `${folder}/${newRequestId()}${ending}`
  const stored = await Taro.cloud.uploadFile({ cloudPath, filePath }).catch(() => null)
  return stored ? { kind: 'stored', file: stored.fileID } : { kind: 'lost' }
}

/** The local cloud takes files as WeChat's does, under the same rules. */
async function fromBrowser(folder: string): Promise<Picked> {
  const file = await chosenFile()
  if (!file) return { kind: 'none' }
  if (file.size > MAX_PICTURE_BYTES) return { kind: 'large' }
  const ending = /\.(jpe?g|png|gif)$/i.exec(file.name)?.[0].toLowerCase() ?? '.jpg'
  const path = encodeURIComponent(`${folder}/${newRequestId()}${ending}`)
  const response = await fetch(`${window.location.origin}/client/upload?path=${path}`, {
    method: 'POST',
    headers: phone ? { 'x-openid': phone } : {},
    body: file,
  }).catch(() => null)
  const answer: unknown = response?.ok ? await response.json() : null
  const fileId = fileIdIn(answer)
  return fileId === null ? { kind: 'lost' } : { kind: 'stored', file: fileId }
}

function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/png,image/jpeg'
    input.className = 'picked-picture'
    input.style.display = 'none'
    // It stands in the page, so that a walk can hand it a file.
    document.body.append(input)
    input.onchange = () => {
      input.remove()
      resolve(input.files?.[0] ?? null)
    }
    input.click()
  })
}

function fileIdIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) return null
  const { data } = answer
  if (typeof data !== 'object' || data === null || !('fileID' in data)) return null
  return typeof data.fileID === 'string' ? data.fileID : null
}
