export default definePageConfig({ navigationBarTitleText: '一条条件' })
