export default definePageConfig({
  navigationBarTitleText: '我的接龙自提',
  enablePullDownRefresh: true,
})
