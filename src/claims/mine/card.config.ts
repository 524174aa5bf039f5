export default definePageConfig({ navigationBarTitleText: '改卡号' })
