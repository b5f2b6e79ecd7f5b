export default definePageConfig({ navigationBarTitleText: '门店资料' })
