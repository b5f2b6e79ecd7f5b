export default definePageConfig({ navigationBarTitleText: '老会员卡' })
