import Taro from '@tarojs/taro'

const saveText = process.env.TARO_ENV === 'h5' ? saveInBrowser : textInChat
const save64 = process.env.TARO_ENV === 'h5' ? bytesInBrowser : bytesInChat

/** Gives the manager a text file: in the browser a download, in WeChat a file to send on. */
export function saveFile(fileName: string, text: string): Promise<unknown> {
  return saveText(plainName(fileName), text)
}

/** The same for a file that is no text, e.g. a spreadsheet, as the server sends it. */
export function saveBytes(fileName: string, base64: string): Promise<unknown> {
  return save64(plainName(fileName), base64)
}

/** A shop or a till may be called by a name that no file may have. */
function plainName(fileName: string): string {
  return fileName.replace(/[\\/:*?"<>|]/g, '-')
}

async function saveInBrowser(fileName: string, text: string): Promise<void> {
  download(fileName, new Blob([text], { type: 'text/csv;charset=utf-8' }))
}

async function bytesInBrowser(fileName: string, base64: string): Promise<void> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  download(fileName, new Blob([bytes], { type: 'application/octet-stream' }))
}

function download(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

async function textInChat(fileName: string, text: string): Promise<unknown> {
  return shareInChat(fileName, text, 'utf8')
}

async function bytesInChat(fileName: string, base64: string): Promise<unknown> {
  return shareInChat(fileName, base64, 'base64')
}

async function shareInChat(
  fileName: string,
  content: string,
  encoding: 'utf8' | 'base64',
): Promise<unknown> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, content, encoding)
  return Taro.shareFileMessage({ filePath, fileName })
}
