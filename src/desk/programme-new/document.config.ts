export default definePageConfig({ navigationBarTitleText: '一份文件' })
