/** Banks a card is chosen from, so that nobody has to type the name; any other is written. */
export const banks = [
  '工商银行',
  '农业银行',
  '中国银行',
  '建设银行',
  '邮储银行',
  '交通银行',
  '招商银行',
  '浦发银行',
  '中信银行',
  '民生银行',
  '兴业银行',
  '光大银行',
  '平安银行',
  '上海银行',
  '上海农商银行',
  '农村信用社',
] as const

export const isListed = (bank: string): boolean => banks.some((one) => one === bank)
