export default definePageConfig({ navigationBarTitleText: '任命店员' })
