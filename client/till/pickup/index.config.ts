export default definePageConfig({ navigationBarTitleText: '接龙自提' })
