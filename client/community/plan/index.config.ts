export default definePageConfig({ navigationBarTitleText: '发一场' })
