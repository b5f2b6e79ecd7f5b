export default definePageConfig({
  navigationBarTitleText: '我的消费',
  enablePullDownRefresh: true,
})
