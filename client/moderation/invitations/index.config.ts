export default definePageConfig({
  navigationBarTitleText: '待核对的邀请',
  enablePullDownRefresh: true,
})
