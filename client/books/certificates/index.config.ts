export default definePageConfig({
  navigationBarTitleText: '每日账平',
  enablePullDownRefresh: true,
})
