export default definePageConfig({ navigationBarTitleText: '所有版本' })
