export default definePageConfig({
  navigationBarTitleText: '待审商品',
  enablePullDownRefresh: true,
})
