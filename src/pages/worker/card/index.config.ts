export default definePageConfig({ navigationBarTitleText: '留沪服务卡' })
