export default definePageConfig({ navigationBarTitleText: '分行与运费' })
