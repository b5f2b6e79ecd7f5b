export default definePageConfig({ navigationBarTitleText: '看看效果' })
