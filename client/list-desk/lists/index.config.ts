export default definePageConfig({
  navigationBarTitleText: '我的接龙',
  enablePullDownRefresh: true,
})
