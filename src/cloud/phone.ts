/** The phone number WeChat gives: its button brings a one-use code, never the number itself. */

export type PhoneDetail = { readonly code?: string; readonly errno?: number; readonly errMsg?: string }

/** Nothing when the person refused or the month's quota is gone (1400001): then they type it. */
export const phoneCode = ({ code }: PhoneDetail): string | undefined => code || undefined
