// One transaction of the SDK with one read and one write, and nothing else: what booking anything
// at all takes.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })

exports.main = async ({ accountId }) => {
  const transaction = await db.startTransaction()
  const account = await transaction.collection('points_accounts').doc(accountId).get()
  const { _id, ...fields } = account.data
  const data = { ...fields, updatedAt: fields.updatedAt + 1 }
  await transaction.collection('points_accounts').doc(accountId).set({ data })
  await transaction.commit()
  return { ok: true }
}
