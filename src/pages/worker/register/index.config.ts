export default definePageConfig({ navigationBarTitleText: '您的手机号' })
