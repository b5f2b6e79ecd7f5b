export default definePageConfig({
  navigationBarTitleText: '坏果包赔',
  enablePullDownRefresh: true,
})
