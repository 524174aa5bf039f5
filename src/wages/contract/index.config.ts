export default definePageConfig({ navigationBarTitleText: '没签合同' })
