export default definePageConfig({
  navigationBarTitleText: '惠邻',
  enablePullDownRefresh: true,
})
