export default definePageConfig({ navigationBarTitleText: '社群福利', enablePullDownRefresh: true })
