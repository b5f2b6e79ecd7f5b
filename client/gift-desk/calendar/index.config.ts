export default definePageConfig({ navigationBarTitleText: '送礼日历', enablePullDownRefresh: true })
