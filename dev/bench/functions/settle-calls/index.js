// Makes the nine calls of a settle by ticket through the SDK, with documents of the same size, and
// nothing else: against a server that only answers, what the SDK itself allows.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })

exports.main = async ({ gateway, documents: { account, entry, purchase } }) => {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: gateway })
  await db.collection('staff').doc('clerk').get()
  await db.collection('purchases').doc('request').get()
  const transaction = await db.startTransaction()
  await transaction.collection('points_accounts').doc('member').get()
  await db.collection('purchases').where({ memberId: 'member' }).limit(1000).get()
  await transaction.collection('points_accounts').doc('member').set({ data: account })
  await transaction.collection('points_entries').add({ data: entry })
  await transaction.collection('purchases').add({ data: purchase })
  await transaction.commit()
  return { ok: true }
}
