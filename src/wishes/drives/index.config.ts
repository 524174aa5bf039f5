export default definePageConfig({ navigationBarTitleText: '换一场看' })
