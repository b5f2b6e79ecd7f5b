import { deepEqual, equal, match, ok } from 'node:assert/strict'
import type { Area } from '../area'
import { type Kit, refusal } from '../kit'

const content = Buffer.from('惠邻\0 binary')

async function upload(kit: Kit, name: string): Promise<string> {
  const cloudPath = `conformance/${kit.scope}/${name}`
  return (await kit.cloud.uploadFile({ cloudPath, fileContent: content })).fileID
}

/** Runs with one stored file and removes it after. */
async function withFile(kit: Kit, work: (fileID: string) => Promise<void>): Promise<void> {
  const fileID = await upload(kit, 'a b.txt')
  try {
    await work(fileID)
  } finally {
    await kit.cloud.deleteFile({ fileList: [fileID] })
  }
}

export const storage: Area = {
  name: 'storage',
  promise: 'Files are stored, read, addressed for a while, and removed, by their file id.',
  cases: {
    'gives a file id of the environment and the path': (kit) =>
      withFile(kit, async (fileID) => {
        match(fileID, /^cloud:\/\/[^/]+\/conformance\/[0-9a-f]+\/a b\.txt$/)
      }),
    'gives back the bytes that were stored': (kit) =>
      withFile(kit, async (fileID) => {
        const { fileContent } = await kit.cloud.downloadFile({ fileID })
        deepEqual([...fileContent], [...content])
      }),
    'replaces a file at the same path': async (kit) => {
      const cloudPath = `conformance/${kit.scope}/same`
      await kit.cloud.uploadFile({ cloudPath, fileContent: content })
      const { fileID } = await kit.cloud.uploadFile({ cloudPath, fileContent: Buffer.from('new') })
      equal((await kit.cloud.downloadFile({ fileID })).fileContent.toString(), 'new')
      await kit.cloud.deleteFile({ fileList: [fileID] })
    },
    'gives temporary addresses that anybody can read': (kit) =>
      withFile(kit, async (fileID) => {
        const { fileList } = await kit.cloud.getTempFileURL({ fileList: [fileID] })
        equal(fileList[0]?.status, 0)
        const response = await fetch(encodeURI(decodeURI(fileList[0]?.tempFileURL ?? '')))
        equal(response.status, 200)
        deepEqual([...Buffer.from(await response.arrayBuffer())], [...content])
      }),
    'takes a longest age for an address': (kit) =>
      withFile(kit, async (fileID) => {
        const wish = { fileList: [{ fileID, maxAge: 600 }] }
        const { fileList } = await kit.cloud.getTempFileURL(wish)
        equal(fileList[0]?.status, 0)
      }),
    'tells for each file of a list how it went': (kit) =>
      withFile(kit, async (fileID) => {
        const missing = fileID.replace('a b.txt', 'missing')
        const { fileList } = await kit.cloud.getTempFileURL({ fileList: [fileID, missing] })
        deepEqual(
          fileList.map(({ status }) => status),
          [0, -503003],
        )
        match(fileList[1]?.errMsg ?? '', /not exist/)
      }),
    'refuses to download what is not there': (kit) =>
      withFile(kit, async (fileID) => {
        const missing = fileID.replace('a b.txt', 'missing')
        const { message } = await refusal(kit.cloud.downloadFile({ fileID: missing }))
        match(message, /downloadFile:fail/)
      }),
    'removes a file once': async (kit) => {
      const fileID = await upload(kit, 'gone')
      const { fileList } = await kit.cloud.deleteFile({ fileList: [fileID] })
      deepEqual(fileList[0], { fileID, status: 0, errMsg: 'ok' })
      await refusal(kit.cloud.downloadFile({ fileID }))
      const again = await kit.cloud.deleteFile({ fileList: [fileID] })
      equal(again.fileList[0]?.status, -503003)
    },
    'refuses a path that leads out': async (kit) => {
      const cloudPath = `conformance/${kit.scope}/../../up`
      await refusal(kit.cloud.uploadFile({ cloudPath, fileContent: content }))
    },
    'refuses a path that begins with a slash': async (kit) => {
      const cloudPath = `/conformance/${kit.scope}/a`
      await refusal(kit.cloud.uploadFile({ cloudPath, fileContent: content }))
    },
    'keeps a big file whole': async (kit) => {
      const cloudPath = `conformance/${kit.scope}/big`
      const fileContent = Buffer.alloc(3 * 1024 * 1024, 7)
      const { fileID } = await kit.cloud.uploadFile({ cloudPath, fileContent })
      const stored = await kit.cloud.downloadFile({ fileID })
      ok(fileContent.equals(stored.fileContent))
      await kit.cloud.deleteFile({ fileList: [fileID] })
    },
  },
}
