export default definePageConfig({ navigationBarTitleText: '社群成绩', enablePullDownRefresh: true })
