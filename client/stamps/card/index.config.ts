export default definePageConfig({
  navigationBarTitleText: '集章卡',
  enablePullDownRefresh: true,
})
