export default definePageConfig({ navigationBarTitleText: '逐项录入与运费' })
