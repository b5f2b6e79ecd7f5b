import Taro from '@tarojs/taro'

export interface PickedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Text of cells; a workbook may be chosen too, to be told what it is. */
const extensions = ['csv', 'txt', 'json', 'xlsx', 'xls'] as const

/** Chosen between two whole functions, so that the bundle for WeChat holds no browser code. */
export const pickFile: () => Promise<PickedFile | null> =
  process.env.TARO_ENV === 'h5' ? fromBrowser : fromChat

/** WeChat has no folder: a file is chosen among those that were sent in a chat. Null: none was. */
async function fromChat(): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: [...extensions],
    })
    const [file] = tempFiles
    if (!file) return null
    const content = Taro.getFileSystemManager().readFileSync(file.path)
    return typeof content === 'string' ? null : { name: file.name, bytes: new Uint8Array(content) }
  } catch {
    return null
  }
}

function fromBrowser(): Promise<PickedFile | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.className = 'picked-file'
    input.style.display = 'none'
    // It stands in the page, so that a walk can hand it a file.
    document.body.append(input)
    input.onchange = async () => {
      const [file] = input.files ?? []
      input.remove()
      resolve(file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null)
    }
    input.click()
  })
}
