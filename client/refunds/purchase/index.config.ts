export default definePageConfig({ navigationBarTitleText: '消费详情' })
