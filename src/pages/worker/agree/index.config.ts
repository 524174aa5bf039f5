export default definePageConfig({ navigationBarTitleText: '说明改过了' })
