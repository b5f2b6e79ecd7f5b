import Taro from '@tarojs/taro'

export interface PickedFile {
  readonly name: string
  readonly text: string
}

/** Chosen between two whole functions, so that the bundle for WeChat holds no browser code. */
export const pickFile: () => Promise<PickedFile | null> =
  process.env.TARO_ENV === 'h5' ? fromBrowser : fromChat

/** WeChat has no folder: a file is chosen among those that were sent in a chat. Null: none was. */
async function fromChat(): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['csv', 'json'],
    })
    const [file] = tempFiles
    if (!file) return null
    const text = Taro.getFileSystemManager().readFileSync(file.path, 'utf8')
    return typeof text === 'string' ? { name: file.name, text } : null
  } catch {
    return null
  }
}

function fromBrowser(): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,.json'
    input.className = 'picked-file'
    input.style.display = 'none'
    // It stands in the page, so that a walk can hand it a file.
    document.body.append(input)
    input.onchange = async () => {
      const [file] = input.files ?? []
      input.remove()
      resolve(file ? { name: file.name, text: await file.text() } : null)
    }
    input.click()
  })
}
