export default definePageConfig({
  navigationBarTitleText: '一盏灯',
  navigationBarBackgroundColor: '#4A1A1A',
  navigationBarTextStyle: 'white',
  backgroundColor: '#24100F',
})
