// A function whose config.json lists no open interface.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  if (event.act === 'context') return cloud.getWXContext()
  try {
    return await cloud.openapi.security.msgSecCheck({ content: 'text' })
  } catch (fault) {
    return { errCode: fault.errCode, errMsg: fault.errMsg }
  }
}
