export default definePageConfig({ navigationBarTitleText: '导出我的资料' })
