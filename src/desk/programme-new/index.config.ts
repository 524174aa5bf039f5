export default definePageConfig({ navigationBarTitleText: '写补贴' })
