/** A browser has no privacy guide of WeChat's. */

export const hasPrivacyConsent = async (): Promise<boolean> => true
