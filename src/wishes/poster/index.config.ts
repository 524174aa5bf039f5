export default definePageConfig({ navigationBarTitleText: '叫上朋友' })
