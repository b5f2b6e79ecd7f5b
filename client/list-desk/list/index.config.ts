export default definePageConfig({
  navigationBarTitleText: '管理接龙',
  enablePullDownRefresh: true,
})
