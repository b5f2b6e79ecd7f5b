export default definePageConfig({
  navigationBarTitleText: '今天的签到码',
  enablePullDownRefresh: true,
})
