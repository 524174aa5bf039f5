export default definePageConfig({ navigationBarTitleText: '想要什么' })
