export default definePageConfig({ navigationBarTitleText: '我走了' })
