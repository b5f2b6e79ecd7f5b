export default definePageConfig({
  navigationBarTitleText: '以往的导入',
  enablePullDownRefresh: true,
})
