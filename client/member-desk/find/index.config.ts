export default definePageConfig({ navigationBarTitleText: '找会员' })
