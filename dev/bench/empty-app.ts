import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const page = `import { View } from '@tarojs/components'

export default function Blank() {
  return <View />
}
`

const app = `import type { PropsWithChildren } from 'react'

export default function App({ children }: PropsWithChildren) {
  return children
}
`

/** Taro, React and one blank page: what every Taro app of these versions carries at least. */
const files: Readonly<Record<string, string>> = {
  'client/app.ts': app,
  'client/app.config.ts': "export default defineAppConfig({ pages: ['blank/index'] })\n",
  'client/blank/index.tsx': page,
  'client/blank/index.config.ts': 'export default definePageConfig({})\n',
  'package.json': '{ "name": "empty", "version": "1.0.0" }\n',
  'project.config.json': '{ "appid": "touristappid", "miniprogramRoot": "dist/weapp/" }\n',
  'babel.config.js': "module.exports = require('../../babel.config.js')\n",
}

/**
 * Writes the sources of an empty app that is built with our own configuration.
 *
 * @param folder two levels below the project's root, so that packages and settings are found
 */
export function writeEmptyApp(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  mkdirSync(join(folder, 'config'), { recursive: true })
  copyFileSync(join(folder, '../../config/index.ts'), join(folder, 'config/index.ts'))
}
