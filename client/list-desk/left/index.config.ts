export default definePageConfig({
  navigationBarTitleText: '还没取的',
  enablePullDownRefresh: true,
})
