export default definePageConfig({ navigationBarTitleText: '补积分' })
