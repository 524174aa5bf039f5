export default definePageConfig({
  navigationBarTitleText: '点亮微心愿',
  navigationBarBackgroundColor: '#4A1A1A',
  navigationBarTextStyle: 'white',
  backgroundColor: '#24100F',
  enableShareAppMessage: true,
})
