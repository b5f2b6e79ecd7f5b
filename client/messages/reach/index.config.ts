export default definePageConfig({ navigationBarTitleText: '微信触达' })
