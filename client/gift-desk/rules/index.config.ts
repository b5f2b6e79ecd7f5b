export default definePageConfig({ navigationBarTitleText: '送礼规则', enablePullDownRefresh: true })
