export default definePageConfig({
  navigationBarTitleText: '待查的付款',
  enablePullDownRefresh: true,
})
