import Taro from '@tarojs/taro'

const save = process.env.TARO_ENV === 'h5' ? saveInBrowser : shareInChat

/** Gives the manager a text file: in the browser a download, in WeChat a file to send on. */
export function saveFile(fileName: string, text: string): Promise<unknown> {
  // A shop or a till may be called by a name that no file may have.
  return save(fileName.replace(/[\\/:*?"<>|]/g, '-'), text)
}

async function saveInBrowser(fileName: string, text: string): Promise<void> {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}

async function shareInChat(fileName: string, text: string): Promise<unknown> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
  return Taro.shareFileMessage({ filePath, fileName })
}
