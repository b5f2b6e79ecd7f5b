export default definePageConfig({ navigationBarTitleText: '改动记录', enablePullDownRefresh: true })
