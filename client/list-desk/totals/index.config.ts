export default definePageConfig({
  navigationBarTitleText: '汇总',
  enablePullDownRefresh: true,
})
