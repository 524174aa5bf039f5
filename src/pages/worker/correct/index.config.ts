export default definePageConfig({ navigationBarTitleText: '改姓名、证件、手机' })
