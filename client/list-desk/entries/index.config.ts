export default definePageConfig({
  navigationBarTitleText: '接龙名单',
  enablePullDownRefresh: true,
})
