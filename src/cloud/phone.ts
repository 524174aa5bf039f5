/** The phone number WeChat gives: its button brings a one-use code, never the number itself. */

/** What the button needs to bring the code; a browser's has none and asks by itself. */
export const phoneOpenType: 'getPhoneNumber' | undefined = 'getPhoneNumber'

export type PhoneDetail = { readonly code?: string; readonly errno?: number; readonly errMsg?: string }

/** Nothing when the person refused or the month's quota is gone (1400001): then they type it. */
export const phoneCode = async ({ code }: PhoneDetail): Promise<string | undefined> => code || undefined
