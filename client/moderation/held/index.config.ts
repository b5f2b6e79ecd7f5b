export default definePageConfig({ navigationBarTitleText: '待审文字', enablePullDownRefresh: true })
