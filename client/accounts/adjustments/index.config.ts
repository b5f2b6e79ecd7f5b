export default definePageConfig({
  navigationBarTitleText: '人工调整记录',
  enablePullDownRefresh: true,
})
