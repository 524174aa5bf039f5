export default definePageConfig({ navigationBarTitleText: '打电话问' })
