export default definePageConfig({ navigationBarTitleText: '发给会员' })
