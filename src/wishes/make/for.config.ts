export default definePageConfig({ navigationBarTitleText: '替他许个心愿' })
