export default definePageConfig({ navigationBarTitleText: '账平证书' })
