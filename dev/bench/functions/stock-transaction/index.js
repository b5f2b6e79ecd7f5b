// A drop as it is often written: one document has the stock, and a transaction takes one from it
// and notes who has it. The SDK's own way to run one tries it again three times.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })

exports.main = async ({ memberId, stockId }) => {
  const member = await db.collection('members').doc(memberId).get()
  if (!member.data) return { told: 'MEMBER_REQUIRED' }
  try {
    return { told: await db.runTransaction((tx) => takeOne(tx, { memberId, stockId }), 3) }
  } catch (fault) {
    return { told: 'error', fault: String(fault.errMsg ?? fault.message ?? fault) }
  }
}

async function takeOne(tx, { memberId, stockId }) {
  const claimId = `bench-claim-${memberId}`
  const stock = await tx.collection('config').doc(stockId).get()
  if (stock.data.leftCount <= 0) return 'sold out'
  const claim = await tx.collection('requests').doc(claimId).get()
  if (claim.data) return 'claimed'
  const leftCount = stock.data.leftCount - 1
  await tx.collection('config').doc(stockId).update({ data: { leftCount } })
  await tx.collection('requests').add({ data: { _id: claimId, stockId, memberId } })
  return 'ok'
}
