export default definePageConfig({
  navigationBarTitleText: '积分为什么变了',
  enablePullDownRefresh: true,
})
