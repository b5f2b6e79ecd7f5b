export default definePageConfig({
  navigationBarTitleText: '以往的日结',
  enablePullDownRefresh: true,
})
